/* text_math.c - TeX formulas as plain text in italics: letters, signs, exponents and indices. It sets what occurs in
 * titles and prose; fractions and the like are written on the line. */
#include "mkcv/text.h"
#include <string.h>

static const struct command {
    const char *name, *text;
} commands[] = {
    {"alpha", "α"},      {"beta", "β"},      {"gamma", "γ"},      {"delta", "δ"},       {"epsilon", "ε"},
    {"varepsilon", "ε"}, {"zeta", "ζ"},      {"eta", "η"},        {"theta", "θ"},       {"kappa", "κ"},
    {"lambda", "λ"},     {"mu", "μ"},        {"nu", "ν"},         {"xi", "ξ"},          {"pi", "π"},
    {"rho", "ρ"},        {"sigma", "σ"},     {"tau", "τ"},        {"phi", "φ"},         {"varphi", "φ"},
    {"chi", "χ"},        {"psi", "ψ"},       {"omega", "ω"},      {"Gamma", "Γ"},       {"Delta", "Δ"},
    {"Theta", "Θ"},      {"Lambda", "Λ"},    {"Xi", "Ξ"},         {"Pi", "Π"},          {"Sigma", "Σ"},
    {"Phi", "Φ"},        {"Psi", "Ψ"},       {"Omega", "Ω"},      {"times", "×"},       {"cdot", "·"},
    {"le", "≤"},         {"leq", "≤"},       {"ge", "≥"},         {"geq", "≥"},         {"ne", "≠"},
    {"neq", "≠"},        {"approx", "≈"},    {"sim", "∼"},        {"pm", "±"},          {"infty", "∞"},
    {"in", "∈"},         {"subset", "⊂"},    {"cup", "∪"},        {"cap", "∩"},         {"to", "→"},
    {"rightarrow", "→"}, {"leftarrow", "←"}, {"sum", "∑"},        {"prod", "∏"},        {"int", "∫"},
    {"partial", "∂"},    {"nabla", "∇"},     {"sqrt", "√"},       {"ell", "ℓ"},         {"circ", "°"},
    {"degree", "°"},     {"ldots", "…"},     {"dots", "…"},       {"cdots", "⋯"},       {"forall", "∀"},
    {"exists", "∃"},     {"prime", "′"},     {"mathbb", ""},      {"mathcal", ""},      {"mathrm", ""},
    {"mathbf", ""},      {"mathit", ""},     {"mathsf", ""},      {"mathtt", ""},       {"text", ""},
    {"textrm", ""},      {"textit", ""},     {"textbf", ""},      {"operatorname", ""}, {"rm", ""},
    {"bf", ""},          {"it", ""},         {"left", ""},        {"right", ""},        {"boldsymbol", ""},
    {"quad", " "},       {"propto", "∝"},    {"simeq", "≃"},      {"equiv", "≡"},       {"subseteq", "⊆"},
    {"notin", "∉"},      {"langle", "⟨"},    {"rangle", "⟩"},     {"oplus", "⊕"},       {"otimes", "⊗"},
    {"perp", "⊥"},       {"mid", "∣"},       {"parallel", "∥"},   {"star", "⋆"},        {"ast", "∗"},
    {"dagger", "†"},     {"ddagger", "‡"},   {"Rightarrow", "⇒"}, {"mapsto", "↦"},      {"lceil", "⌈"},
    {"rceil", "⌉"},      {"lfloor", "⌊"},    {"rfloor", "⌋"},     {"ll", "≪"},          {"gg", "≫"},
    {"emptyset", "∅"},   {"land", "∧"},      {"lor", "∨"},        {"neg", "¬"},         {"bullet", "•"},
    {"setminus", "∖"},   {"big", ""},        {"Big", ""},         {"displaystyle", ""}, {"mathfrak", ""},
};

struct formula {
    struct mkcv_arena *arena;
    struct mkcv_text *out;
    struct mkcv_span like;
    const char *s, *end;
};

static void put(struct formula *f, const char *s, size_t n, uint16_t marks)
{
    struct mkcv_span like = f->like;
    like.marks |= marks;
    if (n > 0) mkcv_text_append(f->arena, f->out, s, n, &like);
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static void put_argument(struct formula *f, uint16_t marks);

/* Commands with arguments: a fraction on the line, an accent over its letter. */
static bool put_construct(struct formula *f, const char *name, size_t n, uint16_t marks)
{
    static const struct command accents[] = {{"hat", "\u0302"},      {"widehat", "\u0302"}, {"bar", "\u0304"},
                                             {"overline", "\u0304"}, {"tilde", "\u0303"},   {"widetilde", "\u0303"},
                                             {"vec", "\u20d7"},      {"dot", "\u0307"}};
    static const char *const fractions[] = {"frac", "tfrac", "dfrac"};
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++) {
        if (strlen(fractions[i]) != n || strncmp(fractions[i], name, n) != 0) continue;
        put_argument(f, marks);
        put(f, "/", 1, marks);
        put_argument(f, marks);
        return true;
    }
    for (size_t i = 0; i < sizeof accents / sizeof *accents; i++) {
        if (strlen(accents[i].name) != n || strncmp(accents[i].name, name, n) != 0) continue;
        put_argument(f, marks);
        put(f, accents[i].text, strlen(accents[i].text), marks);
        return true;
    }
    return false;
}

static bool is_function(const char *name, size_t n)
{
    static const char *const names[] = {"log", "ln",  "lg",  "exp",  "max",  "min",  "sup",    "inf",   "lim",
                                        "sin", "cos", "tan", "det",  "dim",  "ker",  "gcd",    "Pr",    "arg",
                                        "deg", "mod", "tr",  "sinh", "cosh", "tanh", "argmin", "argmax"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == n && !strncmp(names[i], name, n)) return true;
    return false;
}

static void put_command(struct formula *f, uint16_t marks)
{
    const char *name = ++f->s;
    while (f->s < f->end && is_letter(*f->s)) f->s++;
    size_t n = (size_t)(f->s - name);
    if (n == 0) { /* an escaped sign or a small space */
        if (f->s >= f->end) return;
        if (strchr(",;:! ", *f->s))
            put(f, " ", *f->s != '!', marks);
        else
            put(f, f->s, 1, marks);
        f->s++;
        return;
    }
    if (put_construct(f, name, n, marks)) return;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strlen(commands[i].name) == n && strncmp(commands[i].name, name, n) == 0) {
            put(f, commands[i].text, strlen(commands[i].text), marks);
            return;
        }
    bool function = is_function(name, n);
    put(f, function ? name : name - 1, function ? n : n + 1, marks); /* what is not known stays as it was written */
}

static void put_one(struct formula *f, uint16_t marks);

/* What an exponent or index holds: a group or one sign. */
static void put_argument(struct formula *f, uint16_t marks)
{
    if (f->s >= f->end) return;
    if (*f->s != '{') {
        put_one(f, marks);
        return;
    }
    int depth = 0;
    while (f->s < f->end) {
        if (*f->s == '{') depth++;
        if (*f->s == '}') depth--;
        if (*f->s == '{' || *f->s == '}' || *f->s == '^' || *f->s == '_')
            f->s++;
        else
            put_one(f, marks);
        if (depth == 0) return;
    }
}

static void put_one(struct formula *f, uint16_t marks)
{
    const char *from = f->s;
    if (*f->s == '\\') {
        put_command(f, marks);
        return;
    }
    f->s++;
    while (f->s < f->end && ((unsigned char)*f->s & 0xc0) == 0x80) f->s++;
    if (!strchr("{}$", *from)) put(f, *from == '~' ? " " : from, (size_t)(f->s - from), marks);
}

static void put_formula(struct formula *f)
{
    while (f->s < f->end) {
        bool raised = *f->s == '^', lowered = *f->s == '_';
        if (!raised && !lowered) {
            put_one(f, 0);
            continue;
        }
        f->s++;
        put_argument(f, raised ? MKCV_MARK_SUP : MKCV_MARK_SUB);
    }
}

const struct mkcv_text *mkcv_text_math(struct mkcv_arena *a, const struct mkcv_text *text)
{
    bool any = false;
    for (size_t i = 0; i < text->spans.count; i++) any |= (text->spans.at[i].marks & MKCV_MARK_MATH) != 0;
    if (!any) return text;
    struct mkcv_text *out = MKCV_NEW(a, struct mkcv_text);
    out->file = text->file;
    for (size_t i = 0; i < text->spans.count; i++) {
        const struct mkcv_span *span = &text->spans.at[i];
        const char *s = text->s + span->at;
        struct formula f = {.arena = a, .out = out, .like = *span, .s = s, .end = s + span->len};
        if (span->marks & MKCV_MARK_MATH)
            put_formula(&f);
        else
            mkcv_text_append(a, out, s, span->len, span);
    }
    return out;
}
