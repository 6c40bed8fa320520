/* latex_math.c - which formulas TeX may take as they are: those of a small grammar, in which nothing can act.
 *
 *     formula  = { base [ "^" argument ] [ "_" argument ] }    scripts in either order, one of each
 *     base     = letter | digit | sign | symbol | function argument... | "{" formula "}"
 *     argument = letter | digit | sign | symbol | "{" formula "}"
 *
 * Symbols and functions are listed; a formula with any other command is text. */
#include "latex.h"
#include "mkcv/utf8.h"
#include <string.h>

enum { NESTING = 16 };

static const char *const symbols[] = {
    "alpha",      "beta",   "gamma",    "delta",  "epsilon", "varepsilon", "zeta",   "eta",    "theta",
    "vartheta",   "iota",   "kappa",    "lambda", "mu",      "nu",         "xi",     "pi",     "rho",
    "sigma",      "tau",    "upsilon",  "phi",    "varphi",  "chi",        "psi",    "omega",  "Gamma",
    "Delta",      "Theta",  "Lambda",   "Xi",     "Pi",      "Sigma",      "Phi",    "Psi",    "Omega",
    "ast",        "star",   "times",    "cdot",   "div",     "pm",         "mp",     "oplus",  "otimes",
    "circ",       "bullet", "leq",      "le",     "geq",     "ge",         "neq",    "ne",     "approx",
    "equiv",      "sim",    "simeq",    "cong",   "propto",  "ll",         "gg",     "to",     "rightarrow",
    "leftarrow",  "mapsto", "infty",    "ell",    "partial", "nabla",      "forall", "exists", "in",
    "notin",      "subset", "subseteq", "supset", "cup",     "cap",        "sum",    "prod",   "int",
    "log",        "ln",     "exp",      "sin",    "cos",     "tan",        "min",    "max",    "sup",
    "inf",        "lim",    "det",      "dim",    "ker",     "deg",        "gcd",    "Pr",     "dagger",
    "ddagger",    "prime",  "ldots",    "cdots",  "dots",    "hbar",       "Re",     "Im",     "emptyset",
    "langle",     "rangle", "lfloor",   "rfloor", "lceil",   "rceil",      "quad",   "perp",   "parallel",
    "Rightarrow", "wedge",  "vee",      "neg",    "top",     "bot",        "aleph",  "mid",    "leftrightarrow",
    "triangle",   NULL};
static const struct {
    const char *name;
    int arguments;
} functions[] = {{"frac", 2}, {"sqrt", 1}, {"mathbf", 1}, {"mathrm", 1}, {"mathit", 1}, {"mathcal", 1},  {"mathsf", 1},
                 {"hat", 1},  {"bar", 1},  {"tilde", 1},  {"vec", 1},    {"dot", 1},    {"overline", 1}, {NULL, 0}};

static void skip_blanks(const char **p) { *p += strspn(*p, " "); }

/* A listed command at *p, which moves past it: how many arguments it takes, or -1. */
static int read_command(const char **p)
{
    size_t n = strspn(*p + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const char *name = *p + 1;
    *p = name + n;
    if (!n) {
        bool space = *name && strchr(",;:!", *name); /* \, \; \: \! */
        *p += space;
        return space ? 0 : -1;
    }
    for (size_t i = 0; symbols[i]; i++)
        if (strlen(symbols[i]) == n && !strncmp(symbols[i], name, n)) return 0;
    for (size_t i = 0; functions[i].name; i++)
        if (strlen(functions[i].name) == n && !strncmp(functions[i].name, name, n)) return functions[i].arguments;
    return -1;
}

static bool is_sign(char c)
{
    return (unsigned char)c < 0x80 &&
           (mkcv_is_letter((uint32_t)c) || mkcv_is_digit((uint32_t)c) || (c && strchr("+-=<>()[],.;:|/!'*?", c)));
}

static bool read_formula(const char **p, int depth);

static bool read_group(const char **p, int depth)
{
    ++*p;
    if (depth >= NESTING || !read_formula(p, depth + 1) || **p != '}') return false;
    ++*p;
    return true;
}

static bool read_argument(const char **p, int depth)
{
    skip_blanks(p);
    if (**p == '{') return read_group(p, depth);
    if (**p == '\\') return read_command(p) == 0;
    return **p != '\'' && is_sign(*(*p)++);
}

static bool read_base(const char **p, int depth)
{
    if (**p == '{') return read_group(p, depth);
    if (**p != '\\') return is_sign(*(*p)++);
    int arguments = read_command(p);
    if (arguments < 0) return false;
    while (arguments-- > 0) {
        skip_blanks(p);
        if (**p != '{' || !read_group(p, depth)) return false;
    }
    return true;
}

/* Scripts and primes after a base; primes are an exponent too, and TeX stops at two. */
static bool read_scripts(const char **p, int depth)
{
    bool up = false, down = false;
    for (skip_blanks(p); **p && strchr("^_'", **p); skip_blanks(p)) {
        char script = **p;
        bool *taken = script == '_' ? &down : &up;
        if (*taken) return false;
        *taken = true;
        *p += script == '\'' ? strspn(*p, "'") : 1;
        if (script != '\'' && !read_argument(p, depth)) return false;
    }
    return true;
}

/* Up to a closing brace or the end. */
static bool read_formula(const char **p, int depth)
{
    for (skip_blanks(p); **p && **p != '}'; skip_blanks(p))
        if ((**p != '\'' && !read_base(p, depth)) || !read_scripts(p, depth)) return false;
    return true;
}

bool mkcv_latex_is_formula(const char *s)
{
    const char *p = s;
    return s[strspn(s, " ")] && read_formula(&p, 0) && !*p;
}

/* Commands as scripts are put in braces: most are more than one token inside. */
void mkcv_latex_formula(struct mkcv_buf *out, const char *s)
{
    mkcv_buf_putc(out, '$');
    while (*s) {
        bool script = *s == '^' || *s == '_';
        mkcv_buf_putc(out, *s++);
        if (script) skip_blanks(&s);
        if (!script || *s != '\\') continue;
        const char *from = s;
        read_command(&s);
        mkcv_buf_printf(out, "{%.*s}", (int)(s - from), from);
    }
    mkcv_buf_putc(out, '$');
}
