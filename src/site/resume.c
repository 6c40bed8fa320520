/* resume.c - a JSON Resume document into records: https://jsonresume.org/schema, 1.x and the older names of its
 * sections. The keys of entries, older ones too, are read in cv/data_keys.c. */
#include "site.h"
#include <strings.h>

void mkcv_site_add_resume(struct mkcv_arena *a, struct mkcv_site *site, const char *path,
                          const struct mkcv_node *resume)
{
    /* sections and the kinds that they are */
    static const char *const sections[][2] = {{"work", "work"},
                                              {"experience", "work"},
                                              {"volunteer", "volunteer"},
                                              {"education", "education"},
                                              {"awards", "awards"},
                                              {"certificates", "certificates"},
                                              {"certifications", "certificates"},
                                              {"publications", "publications"},
                                              {"skills", "skills"},
                                              {"languages", "languages"},
                                              {"interests", "interests"},
                                              {"hobbies", "interests"},
                                              {"references", "references"},
                                              {"projects", "projects"},
                                              {"presentations", "talks"},
                                              {"talks", "talks"},
                                              {"teaching", "teaching"},
                                              {"portfolio", "projects"},
                                              {"service", "service"},
                                              {"students", "students"},
                                              {"grants", "grants"},
                                              {"memberships", "memberships"},
                                              {"media", "media"},
                                              {"news", "news"}};
    if (!resume || resume->kind != MKCV_NODE_MAP) return;
    mkcv_site_add_person(a, site, path, mkcv_node_lookup(resume, "basics"));
    for (const struct mkcv_node *m = resume->first; m; m = m->next) {
        const char *kind = NULL;
        if (!m->key || m->kind != MKCV_NODE_LIST) continue;
        for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
            if (!strcasecmp(m->key, sections[i][0])) kind = sections[i][1];
        mkcv_site_add_data(a, site, path, kind, kind ? NULL : mkcv_site_title_from_key(a, m->key), m);
    }
}
