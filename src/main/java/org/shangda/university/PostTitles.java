package org.shangda.university;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the holder of a title does. Exact words only: a 系主任 in a college's table must not become head of the college
 * because the word ends like one. A school adds its own words with {@code shangda.roster.titles}.
 */
final class PostTitles {

    private static final Map<String, Role> KNOWN = new HashMap<>();

    static {
        know(
                Role.HEAD,
                "head 正职 负责人 主要负责人 单位负责人 部门负责人 书记 支部书记 党支部书记 党总支书记 党委书记 校党委书记 机关党委书记" + " 校长 院长 部长 处长 主任 馆长 所长 中心主任");
        know(
                Role.DEPUTY,
                "deputy 副职 副书记 支部副书记 党支部副书记 党总支副书记 党委副书记 校党委副书记 机关党委副书记 专职副书记 常务副书记"
                        + " 副校长 常务副校长 副院长 常务副院长 副部长 常务副部长 副处长 常务副处长 副主任 常务副主任 副馆长 副所长 中心副主任");
        know(Role.CLERK, "clerk 经办人 联系人 联络员 信访联络员 组织员 专职组织员 党务秘书 党委秘书 秘书 干事 组织干事 科长 副科长 主任科员 副主任科员 科员");
        know(Role.MEMBER, "member 委员 支委 支部委员 党支部委员 党委委员 校党委委员 党委常委 常委 组织委员 宣传委员 纪检委员 青年委员 统战委员 生活委员 纪委书记 纪委委员");
    }

    private final Map<String, Role> known = new HashMap<>(KNOWN);

    PostTitles(Map<String, String> added) {
        added.forEach((title, role) -> known.put(Typed.key(title), Role.of(role)));
    }

    /** Empty where a part of the title is not known; of several parts (党委副书记、纪委书记) the highest counts. */
    Optional<Role> roleOf(String title) {
        Role whole = known.get(Typed.key(title));
        if (whole != null) {
            return Optional.of(whole);
        }
        String bare = Typed.key(title).replaceAll("\\(.*?\\)", "");
        Role highest = null;
        for (String part : bare.split("[、,/兼]")) {
            Role role = known.get(part);
            if (role == null) {
                return Optional.empty();
            }
            if (highest == null || role.compareTo(highest) < 0) {
                highest = role;
            }
        }
        return Optional.ofNullable(highest);
    }

    private static void know(Role role, String titles) {
        Arrays.stream(titles.split(" ")).forEach(title -> KNOWN.put(title, role));
    }
}
