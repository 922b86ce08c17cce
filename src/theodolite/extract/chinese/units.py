"""Money, measures and lengths of time as Chinese writes them, each with its canonical unit."""

from __future__ import annotations

CURRENCY = {
    "USD": r"美元|美金|美刀|刀(?![具片刃叉锋法鞘])|USD|US\$|\$",
    "CNY": r"元人民币|人民币元|人民币|元|块钱|块(?![砖屏芯电显板硅地卡石头GHA])|RMB|CNY",
    "HKD": r"港元|港币|HKD|HK\$",
    "EUR": r"欧元|EUR|€",
    "GBP": r"英镑|GBP|£",
    "JPY": r"日元|日圆|JPY",
    "KRW": r"韩元|韩圆|韩币|KRW",
    "TWD": r"新台币|台币|NT\$",
    "INR": r"印度卢比|卢比|INR",
    "SGD": r"新加坡元|新元",
    "CHF": r"瑞士法郎|瑞郎",
    "CAD": r"加元",
    "AUD": r"澳元",
    "RUB": r"卢布",
    "SAR": r"里亚尔",
    "AED": r"迪拉姆",
}
SIGNS = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "￥": "CNY",
}
MEASURES = {
    "吉瓦": ("W", 1e9), "GW": ("W", 1e9), "兆瓦": ("W", 1e6), "MW": ("W", 1e6), "千瓦": ("W", 1e3),
    "太瓦时": ("Wh", 1e12), "TWh": ("Wh", 1e12), "吉瓦时": ("Wh", 1e9), "GWh": ("Wh", 1e9),
    "千瓦时": ("Wh", 1e3), "度电": ("Wh", 1e3), "瓦": ("W", 1.0),
    "P算力": ("PFLOPS", 1.0), "P": ("PFLOPS", 1.0),
    "EFLOPS": ("FLOP/s", 1e18), "EFlops": ("FLOP/s", 1e18), "PFLOPS": ("FLOP/s", 1e15),
    "TFLOPS": ("FLOP/s", 1e12), "TOPS": ("OP/s", 1e12), "FLOPs": ("FLOP", 1.0), "FLOP": ("FLOP", 1.0),
    "TB/s": ("B/s", 1e12), "GB/s": ("B/s", 1e9), "TB": ("B", 1e12), "GB": ("B", 1e9), "PB": ("B", 1e15),
}  # fmt: skip
MONTHS = {
    "年": 12.0,
    "个月": 1.0,
    "月": 1.0,
    "周": 12 / 52,
    "星期": 12 / 52,
    "天": 12 / 365,
    "个季度": 3.0,
    "季度": 3.0,
}
