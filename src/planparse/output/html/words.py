"""The words of pages, in Chinese and in English."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    # kinds of values and of text
    "kind.title": ("标题", "title"),
    "kind.responsibility": ("责任分工", "responsibility"),
    "kind.department": ("责任单位", "body"),
    "kind.target": ("目标", "target"),
    "kind.standard": ("标准", "standard"),
    "kind.deadline": ("时限", "deadline"),
    "kind.reference": ("引用文件", "reference"),
    "kind.convention": ("约定", "convention"),
    "kind.element": ("公文要素", "notice element"),
    "kind.attachment": ("附件", "attachment"),
    "kind.noise": ("噪声（未解析）", "noise (not parsed)"),
    "kind.unclassified": ("未归类文字", "unclassified text"),
    "kind.finding": ("检查提示", "finding"),
    "kind.document_number": ("发文字号", "document number"),
    "kind.issuers": ("发文机关", "issuers"),
    "kind.addressees": ("主送机关", "addressees"),
    "kind.date": ("成文日期", "date"),
    "kind.annotation": ("附注", "annotation"),
    "kind.security": ("密级", "security"),
    "kind.urgency": ("紧急程度", "urgency"),
    "kind.signer": ("签发人", "signer"),
    "kind.copied_to": ("抄送机关", "copied to"),
    "kind.printed_by": ("印发机关", "printed by"),
    "kind.printed_on": ("印发日期", "printed on"),
    "kind.copies": ("印数", "copies"),
    # fields of values
    "field.title": ("标题", "title"),
    "field.role": ("分工", "role"),
    "field.name": ("名称", "name"),
    "field.full_name": ("全称", "full name"),
    "field.value": ("数值", "value"),
    "field.value_max": ("上限（区间）", "upper value (range)"),
    "field.unit": ("单位", "unit"),
    "field.comparator": ("比较", "comparator"),
    "field.indicator": ("指标", "indicator"),
    "field.action": ("动词", "verb"),
    "field.baseline": ("基期值", "baseline"),
    "field.per": ("每（计数单位）", "per"),
    "field.due": ("时限", "due"),
    "field.basis": ("口径", "basis"),
    "field.strength": ("力度", "strength"),
    "field.kind": ("类型", "kind"),
    "field.start": ("起", "from"),
    "field.end": ("止", "to"),
    "field.relation": ("关系", "relation"),
    "field.text": ("文字", "text"),
    "field.agency": ("机关代字", "agency"),
    "field.year": ("年份", "year"),
    "field.serial": ("序号", "serial"),
    # values that a field can take
    "option.lead": ("牵头", "lead"),
    "option.responsible": ("负责", "responsible"),
    "option.support": ("配合", "support"),
    "option.oversight": ("指导监督", "oversight"),
    "option.unspecified": ("责任单位（未写明分工）", "owners (no role stated)"),
    "option.increment": ("新增", "increment"),
    "option.level": ("达到", "level"),
    "option.binding": ("约束性", "binding"),
    "option.plain": ("一般", "plain"),
    "option.aspirational": ("力争", "aspirational"),
    "option.encouraged": ("鼓励", "encouraged"),
    "option.payment": ("奖补", "payment"),
    "option.budget": ("资金安排", "budget"),
    "option.rate": ("费率比例", "rate"),
    "option.split": ("分担", "split"),
    "option.threshold": ("门槛", "threshold"),
    "option.norm": ("技术指标", "norm"),
    "option.by": ("不晚于", "by"),
    "option.during": ("期间", "during"),
    "option.between": ("起止", "between"),
    "option.duration": ("时长", "duration"),
    "option.recurring": ("周期", "recurring"),
    "option.ongoing": ("持续", "ongoing"),
    "option.implements": ("贯彻", "implements"),
    "option.basis": ("依据", "basis"),
    "option.forwards": ("转发", "forwards"),
    "option.repeals": ("废止", "repeals"),
    "option.cites": ("提及", "cites"),
    "option.>=": ("≥ 不少于", "≥ at least"),
    "option.<=": ("≤ 不超过", "≤ at most"),
    "option.>": ("> 多于", "> more than"),
    "option.<": ("< 少于", "< less than"),
    "option.~": ("≈ 左右", "≈ about"),
    "option.range": ("区间", "range"),
    "option.ratio": ("比例", "ratio"),
    "option.=": ("= 等于", "= equal"),
    "option.first_listed_leads": ("列第一位者牵头", "first listed leads"),
    "option.implied_body": ("另有单位一并负责", "implied body"),
    # shared by cards and charts
    "due": ("{date} 前", "by {date}"),
    "open": ("等", "and others"),
    "via.section": ("（随标题）", "(from heading)"),
    "via.convention": ("（按约定）", "(by convention)"),
    "severity.error": ("错误", "error"),
    "severity.warning": ("警告", "warning"),
    "severity.info": ("提示", "info"),
    "untitled": ("（无标题）", "(no title)"),
    "no-plan": ("没有解析出措施。", "No measures were found."),
    "preamble": ("引言", "Preamble"),
    "closing": ("结语", "Closing"),
    "notice": ("公文要素", "Elements of the notice"),
    "plan": ("计划", "Plan"),
    "produced": ("由 planparse {version} 生成", "made by planparse {version}"),
    # the review page
    "review.title": ("审阅：{name}", "Review: {name}"),
    "review.counts": (
        "{measures} 条措施 · {bodies} 个责任单位 · {targets} 个目标 · {deadlines} 个时限 · {findings} 条提示",
        "measures: {measures} · bodies: {bodies} · targets: {targets} · deadlines: {deadlines} · "
        "findings: {findings}",
    ),
    "review.text": ("原文", "Text"),
    "review.records": ("记录", "Records"),
    "review.outline": ("大纲", "Outline"),
    "review.findings": ("提示", "Findings"),
    "review.corrections": ("更正", "Corrections"),
    "review.search": ("搜索原文和记录", "Search text and records"),
    "review.any-body": ("全部单位", "any body"),
    "review.any-kind": ("全部内容", "anything"),
    "review.any-finding": ("不论提示", "with or without findings"),
    "review.with-finding": ("有提示的", "with findings"),
    "review.reset": ("清除筛选", "Clear"),
    "review.legend": ("图例", "Legend"),
    "review.keys": ("快捷键", "Keys"),
    "review.keys-help": (
        "/ 搜索 · Enter 下一处 · j k 下一条、上一条措施 · n p 下一条、上一条提示 · "
        "e 更正所选 · x 标为有误 · Esc 取消",
        "/ search · Enter next match · j k next, previous measure · n p next, previous finding · "
        "e correct · x mark as wrong · Esc cancel",
    ),
    "review.no-findings": ("没有提示。", "No findings."),
    "review.no-corrections": (
        "还没有更正。点选一个值，在下方改正或标为有误；导出的文件用 planparse extract --overrides 采用。",
        "No corrections yet. Select a value, correct it below or mark it as wrong; "
        "planparse extract --overrides applies the exported file.",
    ),
    "review.no-script": (
        "浏览器没有运行脚本：可以阅读和打印，不能筛选和更正。",
        "Scripts do not run here: the page can be read and printed, not filtered or corrected.",
    ),
    "review.export": ("导出更正", "Export corrections"),
    "review.print": ("打印", "Print"),
    "review.line": ("第 {line} 行", "line {line}"),
    # what the script says
    "js.shown": ("显示 {shown} / {all} 条", "{shown} of {all} shown"),
    "js.matches": ("{place} / {all} 处", "match {place} of {all}"),
    "js.no-match": ("没有匹配", "no match"),
    "js.rule": ("规则", "rule"),
    "js.correct": ("更正……", "Correct …"),
    "js.save": ("保存更正", "Save"),
    "js.wrong": ("标为有误", "Mark as wrong"),
    "js.undo": ("撤销更正", "Undo"),
    "js.close": ("关闭", "Close"),
    "js.note": ("备注", "note"),
    "js.is-wrong": ("有误，删去", "wrong, left out"),
    "js.empty": ("（空）", "(empty)"),
    "js.bad-number": ("{field} 要填数字", "{field} takes a number"),
    "js.bad-date": ("{field} 要写成 2023-12-31", "{field} takes a date such as 2023-12-31"),
    "js.needed": ("{field} 不能为空", "{field} cannot be empty"),
    "js.saved": ("已保存，共 {count} 项更正", "saved; corrections: {count}"),
    "js.unsaved": ("更正还没有导出", "corrections have not been exported"),
}


def word(key: str, language: Language, /, **values: object) -> str:
    """The word of a key, placeholders filled. KeyError where the table lacks it."""
    chinese, english = _WORDS[key]
    template = chinese if language == "zh" else english
    return template.format(**values) if values else template


def words_of(prefix: str, language: Language) -> dict[str, str]:
    """The words whose keys begin with a prefix, by the rest of their keys."""
    length = len(prefix)
    return {key[length:]: word(key, language) for key in _WORDS if key.startswith(prefix)}
