package org.shangda.university;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A column of the roster's files. The first heading is the one that the documentation names. */
enum Column implements org.shangda.tables.Column {
    UNIT_CODE("单位代码", "单位编码", "单位编号", "部门代码", "机构代码", "组织代码", "代码"),
    UNIT_NAME("单位名称", "部门名称", "机构名称", "组织名称", "名称", "单位"),
    UNIT_KIND("单位类型", "单位类别", "机构类型", "类型", "类别"),
    UNIT_PARENT("上级单位代码", "上级代码", "上级单位编码", "上级部门代码", "隶属单位代码", "父级代码", "上级单位"),
    UNIT_CAMPUS("校区", "所在校区", "校区代码"),
    UNIT_TELEPHONE("办公电话", "办公室电话", "联系电话", "电话"),
    UNIT_DUTY_TELEPHONE("值班电话", "24小时值班电话", "24小时电话", "应急电话"),
    UNIT_LINE_LEADERS("分管领导", "分管领导工号", "分管校领导", "分管校领导工号", "分管领导职工号"),

    PERSON_ID("工号", "职工号", "教工号", "教职工号", "员工号", "人事编号", "人员编号"),
    PERSON_NAME("姓名", "人员姓名", "名字"),
    PERSON_BRANCH("所在党支部代码", "所属党支部代码", "党支部代码", "所在支部代码", "支部代码", "所在党支部"),
    PERSON_MEMBER("是否党员", "是否中共党员", "党员", "政治面貌"),
    POST_UNIT("职务单位代码", "任职单位代码", "职务所在单位代码", "任职部门代码", "任职单位", "职务单位"),
    POST_TITLE("职务", "职务名称", "担任职务", "现任职务", "党政职务"),
    POST_FROM("任职日期", "任职时间", "任现职时间", "任职起始日期", "任职开始日期"),
    POST_TO("免职日期", "免职时间", "离任日期", "任职截止日期", "任职结束日期"),
    ABSENT_FROM("请假起", "请假开始", "请假开始日期", "请假起始日期", "请假日期"),
    ABSENT_TO("请假止", "请假结束", "请假结束日期", "请假截止日期"),
    PERSON_EMAIL("电子邮箱", "电子邮件", "邮箱", "email", "e-mail"),
    PERSON_TELEPHONE("联系电话", "移动电话", "手机号码", "手机号", "手机", "电话", "办公电话");

    static final Set<Column> UNITS = Set.of(
            UNIT_CODE,
            UNIT_NAME,
            UNIT_KIND,
            UNIT_PARENT,
            UNIT_CAMPUS,
            UNIT_TELEPHONE,
            UNIT_DUTY_TELEPHONE,
            UNIT_LINE_LEADERS);
    static final Set<Column> PEOPLE =
            Arrays.stream(values()).filter(column -> !UNITS.contains(column)).collect(Collectors.toUnmodifiableSet());

    private static final Set<Column> MAY_BE_MISSING = Set.of(
            UNIT_CAMPUS,
            UNIT_TELEPHONE,
            UNIT_DUTY_TELEPHONE,
            UNIT_LINE_LEADERS,
            POST_FROM,
            POST_TO,
            ABSENT_FROM,
            ABSENT_TO,
            PERSON_EMAIL,
            PERSON_TELEPHONE);

    /** Those of a table without which it is refused. */
    static Set<Column> required(Set<Column> table) {
        return table.stream()
                .filter(column -> !MAY_BE_MISSING.contains(column))
                .collect(Collectors.toUnmodifiableSet());
    }

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public boolean date() {
        return this == POST_FROM || this == POST_TO || this == ABSENT_FROM || this == ABSENT_TO;
    }
}
