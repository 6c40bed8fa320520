/* hugo_example.c - what the Hugo themes for academics bring along in lists of data, where one text alone does not tell:
 * members by two of their values and their date, lists by all they hold. Texts are leftover.def's. */
#include "hugo.h"
#include <string.h>
#include <strings.h>

bool mkcv_hugo_is_example_author(const char *name)
{
    static const char *const names[] = {"Nelson Bighetti",  "吳恩達",      "Alex Johnson",
                                        "Dr. Alex Johnson", "Robert Ford", "Dr. Robert Ford"};
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(name, names[i])) return true;
    return false;
}

/* --- members of lists --------------------------------------------------------------------------------------------- */

/* The theme's certificates link to the front doors of their issuers. */
static const char *const doors[] = {"https://www.coursera.org", "https://www.edx.org", "https://www.datacamp.com",
                                    NULL};

/* NULL: whatever stands there. */
static const struct {
    const char *title, *org, *start;
} members[] = {{"CEO", "GenCoin", NULL},
               {"Director of Cloud Infrastructure", "GenCoin", NULL},
               {NULL, "GenCoin", NULL},
               {"Professor", "University X", "2016-01-01"},
               {"Professor of Semiconductor Physics", "University X", NULL},
               {"Backend Software Engineer", "X", "2016-01-01"},
               {"Senior AI Research Scientist", "Meta AI", "2020-01-01"},
               {"AI Research Intern", "OpenAI", "2019-06-01"},
               {"PhD Computer Science", "Stanford University", "2015-09-01"},
               {"MS Computer Science", "Carnegie Mellon University", "2013-09-01"},
               {"BS Computer Science", "MIT", "2009-09-01"},
               {"PhD in Artificial Intelligence", "Stanford University", "2012"},
               {"MEng in Artificial Intelligence", "Massachusetts Institute of Technology", "2009"},
               {"BSc in Artificial Intelligence", "Massachusetts Institute of Technology", "2008"},
               {"PhD Artificial Intelligence", "Stanford University", "2016-01-01"},
               {"MEng Artificial Intelligence", "Massachusetts Institute of Technology", "2016-01-01"},
               {"BSc Artificial Intelligence", "Massachusetts Institute of Technology", "2016-01-01"},
               {"Neural Networks and Deep Learning", "Coursera", NULL},
               {"Blockchain Fundamentals", "edX", NULL},
               {"Object-Oriented Programming in R: S3 and R6 Course", "DataCamp", NULL},
               {"Object-Oriented Programming in R", "DataCamp", NULL},
               {"Best Paper Award", "NeurIPS", "2022-12-01"},
               {"Hobbies", NULL, NULL}};

static const char *first_of(const struct mkcv_node *n, const char *const *keys)
{
    for (; *keys; keys++) {
        const char *s = mkcv_node_string(n, *keys);
        if (s) return s;
    }
    return NULL;
}

static const char *title_of(const struct mkcv_node *n)
{
    static const char *const keys[] = {"title", "role", "position", "degree", "course", "area", "name", "label", NULL};
    return first_of(n, keys);
}

static bool starts(const char *s, const char *beginning) { return !strncasecmp(s, beginning, strlen(beginning)); }

static bool is_door(const char *s)
{
    for (const char *const *d = doors; s && *d; d++)
        if (!strcasecmp(s, *d)) return true;
    return false;
}

/* A certificate of the theme whose issuer was put by another word. */
static bool is_example_certificate(const struct mkcv_node *n, const char *title)
{
    static const char *const titles[] = {"Neural Networks and Deep Learning", "Blockchain Fundamentals",
                                         "Object-Oriented Programming in R",
                                         "Object-Oriented Programming in R: S3 and R6 Course", NULL};
    if (!is_door(mkcv_node_string(n, "certificate_url")) && !is_door(mkcv_node_string(n, "organization_url")))
        return false;
    for (const char *const *t = titles; title && *t; t++)
        if (!strcasecmp(title, *t)) return true;
    return false;
}

static bool is_example_member(const struct mkcv_node *n)
{
    static const char *const orgs[] = {"company",     "company_name", "org", "organization",
                                       "institution", "awarder",      NULL},
                             *const starts_at[] = {"start", "date_start", "date", "year", NULL};
    const char *title = title_of(n), *org = first_of(n, orgs), *start = first_of(n, starts_at);
    if (is_example_certificate(n, title)) return true;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        if (members[i].title && (!title || strcasecmp(title, members[i].title) != 0)) continue;
        if (members[i].org && (!org || strcasecmp(org, members[i].org) != 0)) continue;
        if (!members[i].start || (start && starts(start, members[i].start))) return true;
    }
    return false;
}

/* Lists that are an example as a whole: keywords in the theme's order. */
static bool is_example_list(const struct mkcv_node *list)
{
    static const char *const lists[] = {"Artificial Intelligence|Computational Linguistics|Information Retrieval|",
                                        "Large Language Models|Computer Vision|Reinforcement Learning|AI Ethics|",
                                        "Python|Machine Learning|Cloud Computing|",
                                        "Academic Writing|Conference Presentations|Grant Proposals|",
                                        "Technical Skills|Research & Communication|",
                                        "Python|Data Science|SQL|",
                                        "R|Statistics|Photography|",
                                        "Python|Statistics|Photography|",
                                        "Hiking|Cats|Photography|",
                                        "English|Chinese|Portuguese|",
                                        NULL};
    for (const char *const *l = lists; *l; l++) {
        const char *p = *l;
        for (const struct mkcv_node *n = list->first; n && p; n = n->next) {
            const char *s = n->kind == MKCV_NODE_SCALAR ? n->value : title_of(n);
            size_t k = s ? strlen(s) : 0;
            p = k && !strncasecmp(p, s, k) && p[k] == '|' ? p + k + 1 : NULL;
        }
        if (p && !*p && list->first) return true;
    }
    return false;
}

/* {name, items}: a group of skills of which all are an example. */
static bool is_example_group(const struct mkcv_node *n)
{
    const struct mkcv_node *items = mkcv_node_lookup(n, "items");
    return items && items->kind == MKCV_NODE_LIST && is_example_list(items);
}

/* Values that fill a place. They go alone: what stands beside them may be the owner's. */
static bool is_example_value(const char *s)
{
    static const char *const values[] = {"alex.johnson@",
                                         "https://x.com/example",
                                         "https://github.com/example",
                                         "https://www.linkedin.com/in/example",
                                         "https://www.linkedin.com/in/example/",
                                         "https://scholar.google.com/citations?user=example",
                                         "https://orcid.org/0000-0002-1825-0097",
                                         "https://twitter.com/GeorgeCushen",
                                         "https://twitter.com/GetResearchDev",
                                         "https://github.com/gcushen",
                                         "https://scholar.google.co.uk/citations?user=sIwtMXoAAAAJ",
                                         "https://www.linkedin.com/",
                                         "test@example.org",
                                         "GetResearchDev",
                                         NULL},
                             *const texts[] = {"lorem ipsum",
                                               "thesis on _why llms are awesome_",
                                               "thesis on scaling laws for neural language models. published 5",
                                               "leading research on multimodal ai systems. contributed to llama",
                                               "worked on gpt-3 scaling. co-authored",
                                               "awarded for groundbreaking work on efficient training",
                                               "taught electronic engineering and researched semiconductor",
                                               "responsibilities include:\n\n* analysing",
                                               "formulated informed blockchain models",
                                               NULL};
    if (!strncasecmp(s, "mailto:", 7)) s += 7;
    if (is_door(s)) return true;
    for (const char *const *v = values; *v; v++)
        if (!strcasecmp(s, *v)) return true;
    for (const char *const *t = texts; *t; t++)
        if (strcasestr(s, *t)) return true;
    return !strncasecmp(s, values[0], strlen(values[0]));
}

static void prune(struct mkcv_hugo *h, struct mkcv_node *parent, int depth)
{
    struct mkcv_node **at = &parent->first;
    while (*at && depth < 16) {
        struct mkcv_node *n = *at;
        bool member = n->kind == MKCV_NODE_MAP && parent->kind == MKCV_NODE_LIST;
        bool example = n->kind == MKCV_NODE_SCALAR ? n->value && is_example_value(n->value)
                       : member                    ? is_example_member(n) || is_example_group(n)
                                                   : n->kind == MKCV_NODE_LIST && is_example_list(n);
        if (!example) {
            prune(h, n, depth + 1);
            at = &n->next;
            continue;
        }
        const char *what = n->kind == MKCV_NODE_SCALAR ? n->value : title_of(n);
        size_t most = what ? strcspn(what, "\n") : 0;
        mkcv_report(h->diags, MKCV_DIAG_LEFTOVER, n->loc,
                    what     ? mkcv_arena_strndup(h->arena, what, most < 60 ? most : 60)
                    : n->key ? n->key
                             : "list");
        *at = n->next;
    }
}

void mkcv_hugo_prune(struct mkcv_hugo *h, const struct mkcv_node *meta)
{
    if (meta) prune(h, (struct mkcv_node *)meta, 0); /* ours until the site is handed on */
}
