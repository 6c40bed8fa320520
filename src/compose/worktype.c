/* worktype.c - what kinds of works there are, in the order in which CVs list them; see worktype.h. */
#include "worktype.h"
#include <string.h>
#include <strings.h>

enum { LANGUAGES = 9 };
static const char *const tags[LANGUAGES] = {"en", "de", "fr", "es", "pt", "it", "zh", "ja", "ko"};

static const struct {
    const char *type; /* of the model */
    char letter;
    const char *titles[LANGUAGES];
} types[MKCV_WORK_TYPES] = {
    {"article",
     'J',
     {"Journal articles", "Zeitschriftenartikel", "Articles de revues", "Artículos en revistas",
      "Artigos em periódicos", "Articoli su rivista", "期刊论文", "学術雑誌論文", "학술지 논문"}},
    {"inproceedings",
     'C',
     {"Conference papers", "Konferenzbeiträge", "Communications avec actes", "Ponencias en congresos",
      "Trabalhos em congressos", "Contributi in atti di convegno", "会议论文", "会議論文", "학술대회 논문"}},
    {"book", 'B', {"Books", "Bücher", "Livres", "Libros", "Livros", "Libri", "著作", "著書", "저서"}},
    {"chapter",
     'H',
     {"Book chapters", "Buchkapitel", "Chapitres de livres", "Capítulos de libros", "Capítulos de livros",
      "Capitoli di libri", "书籍章节", "分担執筆", "저서의 장"}},
    {"thesis",
     'T',
     {"Theses", "Abschlussarbeiten", "Thèses et mémoires", "Tesis", "Teses e dissertações", "Tesi", "学位论文",
      "学位論文", "학위 논문"}},
    {"report",
     'R',
     {"Reports", "Berichte", "Rapports", "Informes", "Relatórios", "Rapporti", "报告", "報告書", "보고서"}},
    {"patent", 'N', {"Patents", "Patente", "Brevets", "Patentes", "Patentes", "Brevetti", "专利", "特許", "특허"}},
    {"software",
     'S',
     {"Software", "Software", "Logiciels", "Software", "Software", "Software", "软件", "ソフトウェア", "소프트웨어"}},
    {"preprint",
     'P',
     {"Preprints", "Preprints", "Prépublications", "Prepublicaciones", "Preprints", "Preprint", "预印本",
      "プレプリント", "프리프린트"}},
    {"other",
     'O',
     {"Other publications", "Weitere Veröffentlichungen", "Autres publications", "Otras publicaciones",
      "Outras publicações", "Altre pubblicazioni", "其他论著", "その他", "기타"}},
};

size_t mkcv_work_type(const struct mkcv_entry *e)
{
    const char *type = e->fields[MKCV_FIELD_TYPE].s;
    for (size_t i = 0; type && i < MKCV_WORK_TYPES; i++)
        if (!strcmp(types[i].type, type)) return i;
    return MKCV_WORK_TYPES - 1;
}

char mkcv_work_letter(size_t type) { return types[type].letter; }

const char *mkcv_work_title(size_t type, const char *lang)
{
    for (size_t i = 0; i < LANGUAGES; i++)
        if (!strncasecmp(lang, tags[i], 2) && (!lang[2] || lang[2] == '-')) return types[type].titles[i];
    return types[type].titles[0];
}
