/* languages.c - the language of every text that is not in the document's: as its element states it, else as its own
 * words show it plainly, else as the page that holds it states it. */
#include "mkcv/language.h"
#include "parts.h"
#include <string.h>

/* A file whose front matter states another language than the document's. */
struct foreign {
    const char *file, *lang;
};

struct speech {
    struct mkcv_arena *arena;
    const char *document;
    bool told; /* what states no language is in the document's: nothing is looked for */
    MKCV_VEC(struct foreign) files;
};

static bool is_written(enum mkcv_record_kind kind)
{
    return kind == MKCV_RECORD_PAGE || kind == MKCV_RECORD_PUBLICATION || kind == MKCV_RECORD_TALK ||
           kind == MKCV_RECORD_TEACHING || kind == MKCV_RECORD_PROJECT || kind == MKCV_RECORD_NEWS;
}

static void find_files(struct speech *s, const struct mkcv_site *site)
{
    for (size_t i = 0; i < site->records.count; i++) {
        const struct mkcv_record *r = &site->records.at[i];
        const char *lang =
            is_written(r->kind) && r->loc.file ? mkcv_language_of_page(s->arena, r->meta, r->body) : NULL;
        if (lang && !mkcv_language_is_same(lang, s->document))
            *MKCV_PUSH(s->arena, &s->files) = (struct foreign){r->loc.file, lang};
    }
}

static const char *lang_around(const struct speech *s, const struct mkcv_text *t)
{
    for (size_t i = 0; t->file && i < s->files.count; i++)
        if (!strcmp(s->files.at[i].file, t->file)) return s->files.at[i].lang;
    return s->document;
}

/* The document's own language goes without saying. */
static void drop_own(struct speech *s, struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const char **lang = &t->spans.at[i].lang;
        if (*lang && mkcv_language_is_same(*lang, s->document)) *lang = NULL;
    }
}

static void speak(struct speech *s, struct mkcv_text *t)
{
    const char *whole = mkcv_text_lang(t);
    bool stated = whole != NULL;
    if (whole) mkcv_text_speak(s->arena, t, whole, true); /* with the blanks between its sentences */
    for (size_t i = 0; i < t->spans.count; i++) stated |= t->spans.at[i].lang != NULL;
    const char *around = lang_around(s, t);
    const char *found = stated || s->told ? NULL : mkcv_language_of_text(t, around), *lang = found ? found : around;
    if (!stated && mkcv_language_is_same(lang, s->document)) return;
    mkcv_text_speak(s->arena, t, lang, false);
    drop_own(s, t);
}

static void speak_entry(struct speech *s, struct mkcv_entry *e)
{
    static const enum mkcv_field written[] = {MKCV_FIELD_TITLE,  MKCV_FIELD_ORG,     MKCV_FIELD_AREA,
                                              MKCV_FIELD_ROLE,   MKCV_FIELD_SUMMARY, MKCV_FIELD_NOTE,
                                              MKCV_FIELD_HONORS, MKCV_FIELD_THESIS,  MKCV_FIELD_LEVEL};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) speak(s, &e->fields[written[i]]);
    for (size_t i = 0; i < e->highlights.count; i++) speak(s, &e->highlights.at[i]);
}

/* The blocks of a CV are its own (links.c), so they may be changed. */
static void speak_blocks(struct speech *s, const struct mkcv_block *first, int depth)
{
    for (struct mkcv_block *b = (struct mkcv_block *)first; b && depth < 100; b = b->next) {
        if (b->kind != MKCV_BLOCK_CODE) speak(s, &b->text);
        speak_blocks(s, b->first, depth + 1);
    }
}

void mkcv_languages_read(struct mkcv_reader *r, bool told)
{
    struct speech s = {.arena = r->arena, .document = r->cv->lang, .told = told};
    struct mkcv_basics *b = &r->cv->basics;
    if (!told) find_files(&s, r->site);
    speak(&s, &b->label);
    speak(&s, &b->affiliation);
    for (size_t i = 0; i < b->summary.count; i++) speak(&s, &b->summary.at[i]);
    for (size_t i = 0; i < r->cv->sections.count; i++) {
        struct mkcv_section *section = &r->cv->sections.at[i];
        for (size_t k = 0; k < section->entries.count; k++) speak_entry(&s, &section->entries.at[k]);
        speak_blocks(&s, section->body, 0);
    }
}
