"""Addresses of the web: made absolute, and brought to the one form by which two are the same page's."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

LIMIT = 2000
"""The longest address that is taken, in characters."""

_UNSAFE = re.compile('[\x00-\x20\x7f-\xa0\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff<>"\\\\]')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PORTS = {"http": 80, "https": 443}
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_ROUTE = "!"

TRACKING = frozenset(
    ("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid",
     "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "vero_conv",
     "oly_anon_id", "oly_enc_id", "wickedid", "s_cid", "ref_src", "guccounter", "guce_referrer",
     "guce_referrer_sig", "cmpid", "at_medium", "at_campaign", "at_custom1", "smid", "spm", "scm",
     "isappinstalled", "nsukey", "vd_source", "share_source", "share_medium", "share_plat", "spm_id_from",
     "hmsr", "bd_vid", "pk_campaign", "pk_kwd", "pk_keyword", "pk_source", "pk_medium", "pk_content",
     "pk_cid")
)  # fmt: skip
"""Parameters that only say how a reader came: of advertisers (fbclid), mailers (mc_eid), newspapers' own
counting (smid) and Chinese sites (spm, vd_source). What some site names a page by (ref, from, source, id) is
not here."""
TRACKING_PREFIXES = ("utm_", "mtm_", "piwik_", "matomo_", "hsa_", "__hs")
"""The same, whole families by their beginning."""


def absolute(link: object, base: str | None = None) -> str | None:
    """`link` as an absolute http or https address, resolved against `base`; None where it is none.

    White space around it is dropped, spaces inside are written %20. Addresses with user names, control
    characters or without a host are none.
    """
    if not isinstance(link, str):
        return None
    stated = link.strip().replace(" ", "%20")
    if not stated or len(stated) > LIMIT or _UNSAFE.search(stated):
        return None
    try:
        joined = urljoin(base, stated) if base and not _SCHEME.match(stated) else stated
        parts = urlsplit(joined)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _PORTS or not parts.hostname or "@" in parts.netloc or len(joined) > LIMIT:
        return None
    return joined


def canonical_address(address: str) -> str:
    """The form in which two addresses of one page are the same, and those of two pages are not.

    Scheme and host in lower case (international names in ASCII), no default port, no fragment (but a route
    "#!..." is kept), no tracking parameters, and escapes in one form: what needs none is written plainly, the
    rest with capital digits. Path, order and values of the parameters stay: a last slash, index.html, www and
    http or https can be different pages. What cannot be taken apart is returned as it is.

    >>> canonical_address("HTTP://Example.ORG:80/a%7eb?utm_source=x&id=2#top")
    'http://example.org/a~b?id=2'
    """
    try:
        parts = urlsplit(address.strip())
        port, host = parts.port, parts.hostname
    except ValueError:
        return address
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return address
    netloc = _ascii(host.rstrip("."))
    if port is not None and port != _PORTS[scheme]:
        netloc += f":{port}"
    kept = [piece for piece in parts.query.split("&") if not _tracks(piece)]
    query = _escaped("&".join(kept))
    fragment = _escaped(parts.fragment) if parts.fragment.startswith(_ROUTE) else ""
    return urlunsplit((scheme, netloc, _escaped(parts.path) or "/", query, fragment))


def _ascii(host: str) -> str:
    """A host's name as the resolver has it; IPv6 addresses in their brackets."""
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _tracks(piece: str) -> bool:
    name = piece.partition("=")[0].lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _escaped(text: str) -> str:
    """Escapes of what needs none undone, all others in capitals, what needs one escaped."""

    def one(found: re.Match[str]) -> str:
        value = int(found[1], 16)
        return chr(value) if value in _UNRESERVED else f"%{value:02X}"

    return quote(_ESCAPE.sub(one, text), safe="%/:?#[]@!$&'()*+,;=-._~", errors="replace")
