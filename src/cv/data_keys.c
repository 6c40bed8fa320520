/* data_keys.c - the keys of entries in data files: JSON Resume 1.x and before, RenderCV, al-folio's cv.yml, and what
 * people write into _data/NAME.yml. Where several keys of a map fill one field, the one that stands first in its table
 * does. */
#include "data.h"
#include "mkcv/section.h"
#include <string.h>
#include <strings.h>

struct row {
    const char *key;
    enum mkcv_field field;
};

#define TITLE(k)                                                                                                       \
    {                                                                                                                  \
        k, MKCV_FIELD_TITLE                                                                                            \
    }
#define ORG(k)                                                                                                         \
    {                                                                                                                  \
        k, MKCV_FIELD_ORG                                                                                              \
    }
#define END                                                                                                            \
    {                                                                                                                  \
        NULL, MKCV_FIELD_TITLE                                                                                         \
    }

/* Beside what section.h calls the fields of a kind. */
static const struct row work[] = {TITLE("position"),   TITLE("title"),      TITLE("role"),   TITLE("job_title"),
                                  TITLE("job"),        TITLE("post"),       ORG("company"),  ORG("institution"),
                                  ORG("organization"), ORG("organisation"), ORG("employer"), ORG("university"),
                                  ORG("affiliation"),  ORG("org"),          ORG("name"),     END};
static const struct row education[] = {TITLE("studyType"),
                                       TITLE("degree"),
                                       TITLE("title"),
                                       TITLE("qualification"),
                                       ORG("institution"),
                                       ORG("school"),
                                       ORG("university"),
                                       ORG("organization"),
                                       ORG("name"),
                                       {"area", MKCV_FIELD_AREA},
                                       {"field", MKCV_FIELD_AREA},
                                       {"major", MKCV_FIELD_AREA},
                                       {"subject", MKCV_FIELD_AREA},
                                       {"program", MKCV_FIELD_AREA},
                                       {"gpa", MKCV_FIELD_SCORE},
                                       {"grade", MKCV_FIELD_SCORE},
                                       {"honours", MKCV_FIELD_HONORS},
                                       {"dissertation", MKCV_FIELD_THESIS},
                                       END};
static const struct row awards[] = {TITLE("title"),
                                    TITLE("name"),
                                    TITLE("award"),
                                    TITLE("prize"),
                                    TITLE("label"),
                                    ORG("awarder"),
                                    ORG("issuer"),
                                    ORG("organization"),
                                    ORG("organisation"),
                                    ORG("institution"),
                                    ORG("by"),
                                    ORG("from"),
                                    ORG("awarded_by"),
                                    ORG("granted_by"),
                                    ORG("venue"),
                                    ORG("event"),
                                    ORG("conference"),
                                    {"amount", MKCV_FIELD_NOTE},
                                    END};
static const struct row service[] = {TITLE("role"),       TITLE("position"),
                                     TITLE("title"),      TITLE("type"),
                                     ORG("venue"),        ORG("organization"),
                                     ORG("event"),        ORG("conference"),
                                     ORG("journal"),      ORG("institution"),
                                     ORG("name"),         ORG("org"),
                                     ORG("organisation"), END};
static const struct row grants[] = {TITLE("title"),
                                    TITLE("name"),
                                    TITLE("project"),
                                    TITLE("grant"),
                                    ORG("funder"),
                                    ORG("agency"),
                                    ORG("sponsor"),
                                    ORG("funding"),
                                    ORG("source"),
                                    ORG("organization"),
                                    ORG("institution"),
                                    ORG("awarder"),
                                    {"budget", MKCV_FIELD_AMOUNT},
                                    {"value", MKCV_FIELD_AMOUNT},
                                    {"position", MKCV_FIELD_ROLE},
                                    {"number", MKCV_FIELD_NOTE},
                                    END};
static const struct row talks[] = {TITLE("title"),
                                   TITLE("name"),
                                   TITLE("talk"),
                                   ORG("event"),
                                   ORG("venue"),
                                   ORG("conference"),
                                   ORG("institution"),
                                   ORG("organization"),
                                   ORG("where"),
                                   {"kind", MKCV_FIELD_TYPE},
                                   {"format", MKCV_FIELD_TYPE},
                                   END};
static const struct row teaching[] = {TITLE("course"),
                                      TITLE("title"),
                                      TITLE("name"),
                                      TITLE("class"),
                                      ORG("institution"),
                                      ORG("university"),
                                      ORG("school"),
                                      ORG("organization"),
                                      ORG("venue"),
                                      {"position", MKCV_FIELD_ROLE},
                                      {"type", MKCV_FIELD_ROLE},
                                      END};
static const struct row students[] = {TITLE("name"),
                                      TITLE("student"),
                                      TITLE("title"),
                                      {"level", MKCV_FIELD_LEVEL},
                                      {"program", MKCV_FIELD_LEVEL},
                                      {"type", MKCV_FIELD_LEVEL},
                                      {"role", MKCV_FIELD_LEVEL},
                                      {"position", MKCV_FIELD_LEVEL},
                                      ORG("university"),
                                      ORG("school"),
                                      ORG("organization"),
                                      {"topic", MKCV_FIELD_NOTE},
                                      {"thesis", MKCV_FIELD_NOTE},
                                      {"project", MKCV_FIELD_NOTE},
                                      {"now", MKCV_FIELD_NOTE},
                                      {"next", MKCV_FIELD_NOTE},
                                      {"current_position", MKCV_FIELD_NOTE},
                                      END};
static const struct row memberships[] = {TITLE("name"),  TITLE("organization"),         TITLE("institution"),
                                         TITLE("title"), {"position", MKCV_FIELD_ROLE}, END};
static const struct row media[] = {TITLE("title"), TITLE("name"),    TITLE("headline"),
                                   ORG("outlet"),  ORG("publisher"), ORG("publication"),
                                   ORG("source"),  ORG("venue"),     END};
static const struct row projects[] = {TITLE("name"),       TITLE("title"),     TITLE("project"), ORG("entity"),
                                      ORG("organization"), ORG("institution"), ORG("company"),   END};
static const struct row skills[] = {TITLE("name"),
                                    TITLE("label"),
                                    TITLE("title"),
                                    TITLE("category"),
                                    {"details", MKCV_FIELD_SUMMARY},
                                    {"value", MKCV_FIELD_SUMMARY},
                                    {"proficiency", MKCV_FIELD_LEVEL},
                                    END};
static const struct row languages[] = {TITLE("language"),
                                       TITLE("name"),
                                       TITLE("label"),
                                       TITLE("title"),
                                       {"fluency", MKCV_FIELD_LEVEL},
                                       {"level", MKCV_FIELD_LEVEL},
                                       {"proficiency", MKCV_FIELD_LEVEL},
                                       {"details", MKCV_FIELD_LEVEL},
                                       {"summary", MKCV_FIELD_LEVEL},
                                       {"description", MKCV_FIELD_LEVEL},
                                       END};
static const struct row certificates[] = {TITLE("name"),       TITLE("title"),     TITLE("certificate"), ORG("issuer"),
                                          ORG("organization"), ORG("institution"), ORG("company"),       END};
static const struct row volunteer[] = {TITLE("position"),   TITLE("title"),      TITLE("role"),
                                       ORG("organization"), ORG("organisation"), ORG("institution"),
                                       ORG("company"),      ORG("name"),         END};
static const struct row interests[] = {
    TITLE("name"), TITLE("title"), TITLE("label"), TITLE("topic"), {"details", MKCV_FIELD_SUMMARY}, END};
static const struct row references[] = {TITLE("name"), {"reference", MKCV_FIELD_SUMMARY}, ORG("organization"), END};
static const struct row news[] = {{"text", MKCV_FIELD_SUMMARY},
                                  {"content", MKCV_FIELD_SUMMARY},
                                  {"news", MKCV_FIELD_SUMMARY},
                                  {"description", MKCV_FIELD_SUMMARY},
                                  {"headline", MKCV_FIELD_SUMMARY},
                                  {"title", MKCV_FIELD_SUMMARY},
                                  END};

static const struct row *rows_of(enum mkcv_kind kind)
{
    static const struct row *const tables[MKCV_KIND_COUNT] = {[MKCV_KIND_WORK] = work,
                                                              [MKCV_KIND_EDUCATION] = education,
                                                              [MKCV_KIND_INTERESTS] = interests,
                                                              [MKCV_KIND_AWARDS] = awards,
                                                              [MKCV_KIND_GRANTS] = grants,
                                                              [MKCV_KIND_TALKS] = talks,
                                                              [MKCV_KIND_TEACHING] = teaching,
                                                              [MKCV_KIND_STUDENTS] = students,
                                                              [MKCV_KIND_SERVICE] = service,
                                                              [MKCV_KIND_MEMBERSHIPS] = memberships,
                                                              [MKCV_KIND_MEDIA] = media,
                                                              [MKCV_KIND_PROJECTS] = projects,
                                                              [MKCV_KIND_SKILLS] = skills,
                                                              [MKCV_KIND_LANGUAGES] = languages,
                                                              [MKCV_KIND_CERTIFICATES] = certificates,
                                                              [MKCV_KIND_VOLUNTEER] = volunteer,
                                                              [MKCV_KIND_REFERENCES] = references,
                                                              [MKCV_KIND_NEWS] = news};
    return kind < MKCV_KIND_COUNT ? tables[kind] : NULL;
}

/* What a key says whatever the kind. */
static const struct {
    const char *key;
    struct mkcv_data_sense sense;
} common[] = {
    {"date", {.role = MKCV_DATA_DATE}},
    {"dates", {.role = MKCV_DATA_DATE}},
    {"year", {.role = MKCV_DATA_DATE}},
    {"years", {.role = MKCV_DATA_DATE}},
    {"period", {.role = MKCV_DATA_DATE}},
    {"duration", {.role = MKCV_DATA_DATE}},
    {"when", {.role = MKCV_DATA_DATE}},
    {"time", {.role = MKCV_DATA_DATE}},
    {"term", {.role = MKCV_DATA_DATE}},
    {"semester", {.role = MKCV_DATA_DATE}},
    {"releaseDate", {.role = MKCV_DATA_DATE}},
    {"start_date", {.role = MKCV_DATA_START}},
    {"startDate", {.role = MKCV_DATA_START}},
    {"start", {.role = MKCV_DATA_START}},
    {"date_start", {.role = MKCV_DATA_START}},
    {"start_year", {.role = MKCV_DATA_START}},
    {"begin", {.role = MKCV_DATA_START}},
    {"from", {.role = MKCV_DATA_START}},
    {"end_date", {.role = MKCV_DATA_END}},
    {"endDate", {.role = MKCV_DATA_END}},
    {"end", {.role = MKCV_DATA_END}},
    {"date_end", {.role = MKCV_DATA_END}},
    {"end_year", {.role = MKCV_DATA_END}},
    {"until", {.role = MKCV_DATA_END}},
    {"to", {.role = MKCV_DATA_END}},
    {"current", {.role = MKCV_DATA_CURRENT}},
    {"url", {.role = MKCV_DATA_URL}},
    {"link", {.role = MKCV_DATA_URL}},
    {"website", {.role = MKCV_DATA_URL}},
    {"homepage", {.role = MKCV_DATA_URL}},
    {"company_url", {.role = MKCV_DATA_URL}},
    {"links", {.role = MKCV_DATA_LINKS}},
    {"highlights", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"description", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"summary", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"details", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"responsibilities", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"items", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"contents", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"keywords", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"courses", {.role = MKCV_DATA_HIGHLIGHTS}},
    {"advisor", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_ADVISOR}},
    {"advisors", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_ADVISOR}},
    {"adviser", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_ADVISOR}},
    {"supervisor", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_ADVISOR}},
    {"supervisors", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_ADVISOR}},
    {"mentor", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_MENTOR}},
    {"mentors", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_MENTOR}},
    {"host", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_HOST}},
    {"people", {.role = MKCV_DATA_PEOPLE, .relation = MKCV_REL_NONE}},
    {"location", {.role = MKCV_DATA_FIELD, .field = MKCV_FIELD_LOCATION}},
    {"place", {.role = MKCV_DATA_FIELD, .field = MKCV_FIELD_LOCATION}},
    {"city", {.role = MKCV_DATA_FIELD, .field = MKCV_FIELD_LOCATION}},
    {"note", {.role = MKCV_DATA_FIELD, .field = MKCV_FIELD_NOTE}},
    {"notes", {.role = MKCV_DATA_FIELD, .field = MKCV_FIELD_NOTE}},
    {"role", {.role = MKCV_DATA_FIELD, .field = MKCV_FIELD_ROLE}},
    {"selected", {.role = MKCV_DATA_SELECTED}},
    {"hidden", {.role = MKCV_DATA_HIDDEN}},
    {"icon", {.role = MKCV_DATA_NOTHING}},
    {"logo", {.role = MKCV_DATA_NOTHING}},
    {"image", {.role = MKCV_DATA_NOTHING}},
    {"img", {.role = MKCV_DATA_NOTHING}},
    {"photo", {.role = MKCV_DATA_NOTHING}},
    {"avatar", {.role = MKCV_DATA_NOTHING}},
    {"preview", {.role = MKCV_DATA_NOTHING}},
    {"thumbnail", {.role = MKCV_DATA_NOTHING}},
    {"color", {.role = MKCV_DATA_NOTHING}},
    {"colour", {.role = MKCV_DATA_NOTHING}},
    {"weight", {.role = MKCV_DATA_NOTHING}},
    {"order", {.role = MKCV_DATA_NOTHING}},
    {"importance", {.role = MKCV_DATA_NOTHING}},
    {"id", {.role = MKCV_DATA_NOTHING}},
    {"key", {.role = MKCV_DATA_NOTHING}},
    {"slug", {.role = MKCV_DATA_NOTHING}},
    {"class", {.role = MKCV_DATA_NOTHING}},
    {"alt", {.role = MKCV_DATA_NOTHING}},
    {"source", {.role = MKCV_DATA_NOTHING}},
    {"alsoIn", {.role = MKCV_DATA_NOTHING}},
};

struct mkcv_data_sense mkcv_data_sense(enum mkcv_kind kind, const char *key)
{
    int rank = 0;
    if (kind < MKCV_KIND_COUNT)
        for (const struct mkcv_json_field *f = mkcv_section_kind(kind)->json; f && f->key; f++, rank++)
            if (!strcasecmp(f->key, key) && f->field != MKCV_FIELD_SUMMARY)
                return (struct mkcv_data_sense){.role = MKCV_DATA_FIELD, .field = f->field, .rank = rank};
    for (const struct row *row = rows_of(kind); row && row->key; row++, rank++)
        if (!strcasecmp(row->key, key))
            return (struct mkcv_data_sense){.role = MKCV_DATA_FIELD, .field = row->field, .rank = rank};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (!strcasecmp(common[i].key, key)) return common[i].sense;
    return (struct mkcv_data_sense){.role = MKCV_DATA_UNKNOWN};
}
