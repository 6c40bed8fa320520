/* rule.c - which rule makes an entry: by the kind of its section and by what is being read. What knows better says so
 * in the entry itself. */
#include "mkcv/read.h"

static const char *const texts[] = {
#define MKCV_RULE(id, text) text,
#include "mkcv/rule.def"
#undef MKCV_RULE
};

const char *mkcv_rule_text(enum mkcv_rule rule) { return texts[rule]; }

static enum mkcv_rule rule_of_item(enum mkcv_kind kind)
{
    switch (kind) {
    case MKCV_KIND_WORK:
        return MKCV_RULE_POST_ITEM;
    case MKCV_KIND_EDUCATION:
        return MKCV_RULE_DEGREE_ITEM;
    case MKCV_KIND_INTERESTS:
        return MKCV_RULE_INTEREST_ITEM;
    case MKCV_KIND_PUBLICATIONS:
        return MKCV_RULE_WORK_LINE;
    case MKCV_KIND_AWARDS:
        return MKCV_RULE_AWARD_ITEM;
    case MKCV_KIND_GRANTS:
        return MKCV_RULE_GRANT_ITEM;
    case MKCV_KIND_TALKS:
        return MKCV_RULE_TALK_ITEM;
    case MKCV_KIND_TEACHING:
        return MKCV_RULE_COURSE_ITEM;
    case MKCV_KIND_STUDENTS:
        return MKCV_RULE_STUDENT_ITEM;
    case MKCV_KIND_SERVICE:
        return MKCV_RULE_ROLE_ITEM;
    case MKCV_KIND_MEMBERSHIPS:
        return MKCV_RULE_MEMBERSHIP_ITEM;
    case MKCV_KIND_MEDIA:
        return MKCV_RULE_MEDIA_ITEM;
    case MKCV_KIND_PROJECTS:
        return MKCV_RULE_PROJECT_ITEM;
    case MKCV_KIND_SKILLS:
        return MKCV_RULE_SKILL_ITEM;
    case MKCV_KIND_LANGUAGES:
        return MKCV_RULE_LANGUAGE_ITEM;
    case MKCV_KIND_NEWS:
        return MKCV_RULE_NEWS_ITEM;
    case MKCV_KIND_CERTIFICATES:
    case MKCV_KIND_VOLUNTEER:
    case MKCV_KIND_REFERENCES:
    case MKCV_KIND_OTHER:
    case MKCV_KIND_COUNT:
        break;
    }
    return MKCV_RULE_ITEM;
}

static enum mkcv_rule rule_of_sentence(enum mkcv_kind kind)
{
    static const struct {
        enum mkcv_kind kind;
        enum mkcv_rule rule;
    } told[] = {{MKCV_KIND_WORK, MKCV_RULE_POST_SENTENCE},          {MKCV_KIND_EDUCATION, MKCV_RULE_DEGREE_SENTENCE},
                {MKCV_KIND_INTERESTS, MKCV_RULE_INTEREST_SENTENCE}, {MKCV_KIND_AWARDS, MKCV_RULE_AWARD_SENTENCE},
                {MKCV_KIND_SERVICE, MKCV_RULE_ROLE_SENTENCE},       {MKCV_KIND_MEDIA, MKCV_RULE_MEDIA_SENTENCE}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (told[i].kind == kind) return told[i].rule;
    return MKCV_RULE_SENTENCE;
}

enum mkcv_rule mkcv_rule_here(const struct mkcv_reader *r, enum mkcv_kind kind)
{
    if (!r->page && r->kind == MKCV_KIND_NEWS) return MKCV_RULE_NEWS_TOLD;
    switch (r->page ? r->page->kind : MKCV_RECORD_PAGE) {
    case MKCV_RECORD_PUBLICATION:
        return MKCV_RULE_WORK_FILE;
    case MKCV_RECORD_REFERENCE:
        return MKCV_RULE_REFERENCE;
    case MKCV_RECORD_TALK:
        return MKCV_RULE_TALK_FILE;
    case MKCV_RECORD_TEACHING:
        return MKCV_RULE_COURSE_FILE;
    case MKCV_RECORD_PROJECT:
        return MKCV_RULE_PROJECT_FILE;
    case MKCV_RECORD_NEWS:
        return MKCV_RULE_NEWS_FILE;
    case MKCV_RECORD_PERSON:
        return MKCV_RULE_AUTHOR_PAGE;
    case MKCV_RECORD_WIDGET:
        return MKCV_RULE_WIDGET;
    case MKCV_RECORD_CONFIG:
    case MKCV_RECORD_DATA:
    case MKCV_RECORD_DOCUMENT:
        return MKCV_RULE_DATA;
    case MKCV_RECORD_PAGE:
    case MKCV_RECORD_COUNT:
        break;
    }
    return r->in_prose ? rule_of_sentence(kind) : rule_of_item(kind);
}
