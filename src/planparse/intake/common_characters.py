"""Characters that nearly every line of a Chinese official text holds.

They tell one decoding from another: read with the wrong codec, Chinese turns into rare
characters without any error, so the right reading is the one with the most common characters.
Both scripts count, as do full-width punctuation and digits.

A module rather than a file in `rules/`: this is a property of the scripts, not of notices,
nobody needs to edit it, and a compiled constant costs no YAML reading at the start.
"""

from __future__ import annotations

SIMPLIFIED = (
    "的一是在不了有和人中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子产种面而方"
    "后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性"
    "好应开合还因由其前外天政四日社义事平形相全表间样与关各重新线内数正心反明看原利比或但质气第向道此变条"
    "只没结解问意建月公无系情者最立代已通并提直题党程展五果料员革位入常文总次品式活设及管特件长求基资边流"
    "路级少图山统接知较将组见计别手期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北"
    "造百规领七海口东导器压世金增争济阶油思术极交受联认六共权收证改清再采转更单切打教速带安场身车例真务具"
    "万每目至达积示议声报完类八离华名确才科信节话整空元况今集传土许步群广记需段研界林律究观越织装算低持众"
    "布复容须际商非验连断深难近矿千周委素技备半办青省列习响约支感劳便团历市除消构府称精值号率维划选标写存"
    "效院查江型按格养易置派层始专状育厂京识适属包火住调满县局照参引该铁价严推促施责负牵厅镇乡村街财税监督"
    "检评考核印附贯彻落策措源供购销售费居健康医疗企创优升培扶贫灾害险障救助补贴奖励惠服贸投融额亿项园境环"
    "绿碳耗网络智慧字息互链端绩宣媒游旅食药粮畜牧渔草河湖库城筑房租邮递快仓储冷港航审批简免征缴担贷款券银"
    "司室署校师岗职聘执遵循坚突破激潜善鼓撑范试巩固拓延伸壮模占超均左右底末季你他她它州沙杭苏浙"
)

# Only forms that differ from the simplified ones above.
TRADITIONAL = (
    "個國為來時們會發經學業過動後產種進電體機點從開還與關當應實現樣義長問無該議員權統組結級給計記設許訂認"
    "調證讀變讓資質購費貿務農鎮鄉縣廳區環護擴據擔營團場壓處復衛術製見規視觀註詢試誠語說請論謀識豐負財貨責"
    "貫買貸輔輸轉辦運遠適選遞邊郵醫釋鍵錄鐵鏈門間閱際陸陽階隊險隨離難響項順須預領題額類顯風養館驗續綜綠維"
    "網線緊總織終繼約紀細聯職聲舉藝節藥萬補裝達違銀銷鋼雙雜雲師帶幣廣庫廠強徵態慮慶戰戶採換揮擊數斷書東極"
    "構標樓檢歷歸氣決沒況準減測滿漁災熱爭獎獨獲療監盤礎碼確礦稅稱穩積範築簡簽糧績屬屆層幫導專對將尋協參雖"
    "勵劃創勞勢勝匯華單廉彙於並佈臺灣條則備傳價億優償儲內兩凍刪別啟喚嚴圖圓執堅報夠奪寧審寫寬尚幾廢張徑徹"
    "恢愛慣憑損搶擇攜敗敵斂暫梁棄樂檔殘沖淨溫滬潔灑煙獻畢異眾碩禮競筆籌糾純納紙紡緩編縮縱繳聽腦臨薦虛號衝"
    "複觸討訓託訪評誤課談諮謹譽豎貢貧販賃賠賢贈趕跡蹤軍軟較載輕輛輪連週遊遲釐針銜錯鎖鑒閉閒隱靈靜頂頒頓頗"
    "頻顧飛飲餘駐駛驟鬆魚鮮"
)

PUNCTUATION = "，。、；：？！“”‘’（）〔〕［］《》〈〉【】「」『』—…　％０１２３４５６７８９"

COMMON = frozenset(SIMPLIFIED + TRADITIONAL + PUNCTUATION)


def count_common(text: str) -> int:
    """How many characters of `text` are common ones."""
    return len(list(filter(COMMON.__contains__, text)))
