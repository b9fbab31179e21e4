"""PP4: responsible bodies, their roles and the brackets they stand in."""

from __future__ import annotations

from planparse.findings.families.entry import INFO, WARNING, CatalogueEntry

ENTRIES = (
    CatalogueEntry(
        code="PP401",
        name="no-owner",
        severity=WARNING,
        authority="common practice",
        zh="措施没有责任单位",
        en="the measure has no responsible body",
        why_zh="措施自身、上级标题和全文约定都没有给出责任单位，任务表里将无人认领。请核对原文括号是否受损。",
        why_en="Neither the measure, a heading above it nor a convention names a body, so nobody owns it "
        "in the task table. Check whether a bracket was damaged.",
        several_zh="有 {count} 条措施没有责任单位，所在部分大多没有写",
        several_en="measures without a responsible body, in parts of the plan that mostly name none: {count}",
    ),
    CatalogueEntry(
        code="PP402",
        name="bracket-unclosed",
        severity=WARNING,
        authority="common practice",
        zh="括号“{bracket}”没有闭合",
        en="bracket {bracket} is not closed",
        why_zh="没有闭合的括号不会吞掉后文；但其中的责任单位可能没有认全。请在原文补上另一半。",
        why_en="An unclosed bracket never swallows what follows; but bodies inside may be missed. Add the "
        "other half in the text.",
        notes={"end": ("到这里仍未闭合", "still open here")},
    ),
    CatalogueEntry(
        code="PP403",
        name="role-word-missing",
        severity=WARNING,
        authority="annotation guide",
        zh="责任单位没有写明角色",
        en="the responsible bodies have no role word",
        why_zh="括号里只有单位，没有“牵头”“负责”“配合”等词，角色记为 unspecified，不作推定。",
        why_en="The bracket holds bodies but no word such as 牵头, 负责 or 配合; the role is recorded as "
        "unspecified and never guessed.",
        help_zh="补上角色词，如“牵头”“负责”“配合”",
        help_en="add a role word such as 牵头, 负责 or 配合",
        several_zh="责任单位大多没有写明角色，共 {count} 处",
        several_en="most responsible bodies have no role word, places: {count}",
    ),
    CatalogueEntry(
        code="PP404",
        name="bracket-unmatched",
        severity=WARNING,
        authority="common practice",
        zh="括号“{bracket}”没有对应的前半",
        en="bracket {bracket} closes nothing",
        why_zh="多半是前半括号丢失，或被识别成别的字。它前面的责任单位可能没有认出。请在原文补上前半。",
        why_en="Mostly the opening half was lost or misread. Bodies before it may be missed. Add the "
        "opening half in the text.",
        notes={"opened": ("上一个尚未闭合的括号在这里", "the last bracket still open stands here")},
    ),
    CatalogueEntry(
        code="PP405",
        name="lead-without-executor",
        severity=INFO,
        authority="common practice",
        zh="只有牵头单位，没有负责或配合单位",
        en="there is a lead but nobody to carry out or support",
        why_zh="牵头意味着有人配合。只写牵头时，其余单位的责任不明；如确由一家承办，写“负责”更清楚。",
        why_en="A lead implies others. With a lead alone their duties stay unclear; where one body does it "
        "all, 负责 says so better.",
        several_zh="大多只有牵头单位，没有负责或配合单位，共 {count} 处",
        several_en="mostly there is a lead but nobody to carry out or support, places: {count}",
    ),
    CatalogueEntry(
        code="PP406",
        name="many-leads",
        severity=INFO,
        authority="common practice",
        zh="有 {count} 个牵头单位",
        en="bodies that lead: {count}",
        why_zh="多家同时牵头，考核时难以确定主责。督查台账通常要求一家牵头；若各管一段，应写“分别牵头”。",
        why_en="With several leads it is hard to say who answers. Supervision tables usually want one; "
        "where each leads its own part, 分别牵头 says so.",
    ),
    CatalogueEntry(
        code="PP407",
        name="bracket-width-mixed",
        severity=INFO,
        authority="common practice",
        zh="前后括号一个全角、一个半角",
        en="one half of the bracket is full width, the other half width",
        why_zh="已按一对处理，不影响记录。中文公文通行全角括号。",
        why_en="They are taken as a pair, and the record is not affected. Chinese documents normally use "
        "full width.",
    ),
    CatalogueEntry(
        code="PP408",
        name="section-without-owner",
        severity=INFO,
        authority="common practice",
        zh="同级标题写有责任单位，这一个没有",
        en="headings beside this one name a responsible body, this one does not",
        why_zh="其他同级标题以括号写明责任单位，唯此处没有，可能是漏写。其下措施只有自己的责任单位。",
        why_en="The other headings of this level name a body in a bracket; here it may have been "
        "forgotten. The measures below have only their own bodies.",
        notes={"sibling": ("同级标题在这里写明", "a heading of the same level names one here")},
    ),
    CatalogueEntry(
        code="PP409",
        name="bracket-too-deep",
        severity=WARNING,
        authority="planparse",
        zh="括号嵌套过深，内层不再配对",
        en="brackets are nested too deeply; the inner ones are not paired",
        why_zh="正常的通知最多嵌套两三层；更深的多半是损坏的文本。文字没有丢失，但内层括号不作解析。",
        why_en="A sound notice nests two or three levels; more is mostly damaged text. Nothing is lost, "
        "but inner brackets are not parsed.",
    ),
    CatalogueEntry(
        code="PP410",
        name="responsibility-split-by-page-break",
        severity=INFO,
        authority="planparse",
        zh="责任括号被分页断开，已接合",
        en="the responsibility is cut by a page break and was joined",
        why_zh="分页处的页码和空行夹在单位名称之间。已接合后解析，请核对接合处的名称完整。",
        why_en="A page number and blank lines stand inside the list of bodies. It was joined before "
        "parsing; check that the name at the break is whole.",
        notes={"break": ("在这里换页", "the page breaks here")},
    ),
    CatalogueEntry(
        code="PP411",
        name="body-several-names",
        severity=WARNING,
        authority="common practice",
        zh="“{name}”与“{usual}”是同一单位，名称不一致",
        en="{name} and {usual} are one body under two names",
        why_zh="同一单位在一份通知里有几个名称，按名称汇总的任务表会把它拆成几家。记录以 body 归并；"
        "公文宜统一用规范简称。",
        why_en="One body has several names in the notice, so a task table by name takes it for several. The "
        "record joins them by body; a document should use one standard short name.",
        notes={"usual": ("多数地方这样写", "named so in most places")},
    ),
    CatalogueEntry(
        code="PP412",
        name="body-name-outdated",
        severity=WARNING,
        authority="common practice",
        zh="“{name}”这一名称用到 {until} 为止，现为{successor}",
        en="the name {name} was in use until {until}; it is {successor} now",
        why_zh="成文日期时该机构已改名、合并或撤销，任务可能无人承接。日期出自机构改革的决定或公告。请改用现名。",
        why_en="At the date of the notice the body had been renamed, merged or dissolved, so nobody may own "
        "the task. The day is that of the reform's order or announcement. Use the present name.",
    ),
    CatalogueEntry(
        code="PP413",
        name="body-name-perhaps-outdated",
        severity=INFO,
        authority="common practice",
        zh="“{name}”这一名称可能已不用（约到 {until}），现多为{successor}",
        en="the name {name} was probably given up by {until}, mostly for {successor}",
        why_zh="机构改革中各地挂牌先后不一，这里的日期只是一般情况，未经核实；有的地方仍保留原名。请与本地机构名录核对。",
        why_en="Places carried out the reform at different times; the day is the general one, not confirmed, "
        "and some places kept the name. Compare with the list of bodies of the place.",
    ),
    CatalogueEntry(
        code="PP414",
        name="body-unregistered",
        severity=INFO,
        authority="planparse",
        zh="机构名录里没有“{name}”",
        en="{name} is not in the registry of bodies",
        why_zh="名称照原文记录，但没有 body，不能与其他通知归并，也可能是识别有误。"
        "本地特有的名称可以写进自己的规则文件夹（bodies.local），见 docs/bodies.md。",
        why_en="The name is recorded as written, without a body: it cannot be joined with other notices, or "
        "it was misread. Names of one place can be added in a rules folder of your own (bodies.local), see "
        "docs/bodies.md.",
    ),
    CatalogueEntry(
        code="PP421",
        name="no-lead-among-several",
        severity=INFO,
        authority="common practice",
        zh="几家单位共同负责，没有写明谁牵头",
        en="several bodies are responsible and none of them leads",
        why_zh="几家并列“负责”，标题没有指定、也没有“列第一位者为牵头单位”的约定时，出了问题难分主次。"
        "planparse 不推定排在首位者牵头。督查台账通常要求一家牵头；若各管一段，应写“按职责分工负责”。",
        why_en="Where several are 负责 side by side, no heading names one and no convention makes the first "
        "one lead, it is hard to say who answers. planparse never guesses that the first one leads. "
        "Supervision tables usually want one lead; where each does its own part, 按职责分工负责 says so.",
        help_zh="写明牵头单位，或写“按职责分工负责”",
        help_en="name a lead, or write 按职责分工负责",
        several_zh="多家共同负责的措施大多没有写明谁牵头，共 {count} 条",
        several_en="most measures with several responsible bodies name no lead: {count}",
    ),
    CatalogueEntry(
        code="PP422",
        name="bracket-kinds-mixed",
        severity=WARNING,
        authority="common practice",
        zh="括号前后不是一种：{bracket}",
        en="the bracket is opened and closed by different kinds: {bracket}",
        why_zh="前半是一种括号，后半是另一种，因而不能配成一对，其中的责任单位没有认出。请在原文改成同一种。",
        why_en="It is opened by one kind of bracket and closed by another, so the two are not paired and "
        "bodies inside are not recognised. Use one kind in the text.",
    ),
)
