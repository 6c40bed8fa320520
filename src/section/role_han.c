/* role_han.c - a line of service as Chinese, Japanese and Korean write it: the venues, then the role; see roles.h.
 *
 * "A、B 等期刊审稿人", "2023年 A 宣传主席", "A エリアチェア", "A 편집위원 (2023 – 현재)". A role is one of a few heads
 * and the words that qualify it before it; what stands before these are its venues. */
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

static const char *const heads[] = {"审稿人", "审稿专家", "评审专家", "函评专家", "评审",   "审稿", "编委",
                                    "主编",   "主席",     "委员",     "理事长",   "理事",   "干事", "委員",
                                    "委員長", "委員会",   "評議員",   "幹事",     "幹事長", "座長", "査読",
                                    "会長",   "査読者",   "査読委員", "チェア",   "編集長", "主査", "위원장",
                                    "위원",   "의장",     "리뷰어",   "이사",     "심사",   "간사", NULL};
static const char *const qualifiers[] = {
    "程序", "委员会",     "委员",   "高级", "领域", "宣传",       "组织",     "本地",   "出版", "执行",
    "常务", "副",         "共同",   "青年", "客座", "编辑",       "特邀",     "通讯",   "专题", "技术",
    "资深", "プログラム", "エリア", "実行", "運営", "編集",       "査読",     "委員会", "論文", "総務",
    "財務", "広報",       "企画",   "代表", "専門", "セッション", "프로그램", "편집",   "심사", "조직",
    "논문", "공동",       "학술",   "운영", "대외", "부",         NULL};
/* Between the venues and the role, and before the venues. */
static const char *const kinds[] = {"国际学术", "国际", "学术", "期刊", "会议", "顶级", "杂志", "等", "多个",
                                    "的",       "等の", "の",   "など", "및",   "등의", "등",   NULL};
static const char *const leads[] = {"担任", "曾任", "现任", "兼任", "受邀", "任", NULL};

/* The longest word of a list that ends at byte `to`: where it begins, or `to`. */
static size_t cut_last(const char *s, size_t from, size_t to, const char *const *list)
{
    size_t most = 0;
    for (; *list; list++) {
        size_t n = strlen(*list);
        if (n > most && to - from >= n && !memcmp(s + to - n, *list, n)) most = n;
    }
    return to - most;
}

/* Where the role that ends at byte `to` begins; `to` when none does. */
static size_t find_role(const char *s, size_t from, size_t to)
{
    size_t at = cut_last(s, from, to, heads);
    for (size_t next = at; at < to;) {
        while (next > from && s[next - 1] == ' ') next--;
        size_t word = cut_last(s, from, next, qualifiers);
        if (word == next) break;
        at = next = word;
    }
    return at;
}

static size_t skip_leads(const char *s, size_t from, size_t to)
{
    for (const char *const *w = leads; *w; w++)
        if (to - from > strlen(*w) && !memcmp(s + from, *w, strlen(*w))) return from + strlen(*w);
    return from;
}

/* The years of the line at its beginning or end, off *range; false when it says none there. */
static bool cut_when(struct mkcv_reader *r, const char *s, struct mkcv_range *range, struct mkcv_when *w)
{
    size_t from = range->from;
    if (mkcv_when_read(r->arena, s, from, range->to, w)) {
        *range = mkcv_trim(s, (struct mkcv_range){w->to, range->to});
        return true;
    }
    for (; mkcv_when_find(r->arena, s, from, range->to, w); from = w->to) {
        struct mkcv_range past = mkcv_trim(s, (struct mkcv_range){w->to, range->to});
        static const char *const closes[] = {"）", ")", "]", "任期", NULL};
        if (past.from < past.to && cut_last(s, past.from, past.to, closes) > past.from) continue;
        struct mkcv_range left = mkcv_trim(s, (struct mkcv_range){range->from, w->from});
        static const char *const opens[] = {"（", "(", "[", NULL};
        left.to = cut_last(s, left.from, left.to, opens);
        left = mkcv_trim(s, left);
        if (find_role(s, left.from, left.to) == left.to) continue;
        *range = left;
        return true;
    }
    return false;
}

bool mkcv_roles_native(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    struct mkcv_range range = mkcv_trim(t->s, (struct mkcv_range){0, mkcv_text_length(t)});
    struct mkcv_when w;
    if (range.to - range.from > 300) return false;
    bool dated = cut_when(r, t->s, &range, &w);
    size_t role = find_role(t->s, range.from, range.to), to = role;
    if (role >= range.to || strstr(t->s, "。") || mkcv_find_outside(t->s, range.from, range.to, ":") < range.to)
        return false;
    for (size_t cut = to;; to = cut) {
        while (cut > range.from && t->s[cut - 1] == ' ') cut--;
        cut = cut_last(t->s, range.from, cut, kinds);
        if (cut == to) break;
    }
    struct mkcv_range venues = mkcv_trim(t->s, (struct mkcv_range){skip_leads(t->s, range.from, to), to});
    if (venues.to < venues.from + 2) return false;
    struct mkcv_text name = mkcv_role_trim(r, t, role, range.to);
    size_t before = mkcv_read_section(r, MKCV_KIND_SERVICE)->entries.count;
    if (!mkcv_role_venues(r, &name, t, venues.from, venues.to, loc)) return false;
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
    for (size_t i = before; dated && i < s->entries.count; i++)
        if (!mkcv_role_is_dated(&s->entries.at[i])) mkcv_role_when(r, &s->entries.at[i], &w);
    return true;
}
