"""Whatever bytes come in, something is said of them and no character is lost: samples of every kind, changed by chance.

``tests/fuzz/fuzz_readers.py`` looks for more, guided by what its inputs reach, and for as long as one likes.
"""

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samples

SAMPLES = samples.samples()
NEEDS = {"pdf": "pypdfium2", "warc": "fastwarc", "warc.gz": "fastwarc", "wacz": "fastwarc"}
#: Bytes that mean something to one reader or another.
TELLING = st.sampled_from(
    [b"", b"\0", b"\xff", b"<", b">", b"&#x", b"]]>", b"--b", b"\r\n\r\n", b"\r", b"{", b"[", b"PK\x05\x06", b"endobj",
     b"WARC/1.0\r\n", b"Content-Length: 9", "\u2028\u00ad".encode()]
)  # fmt: skip
PIECES = st.one_of(TELLING, st.binary(max_size=8))
#: Where a change begins (a share of the input, in thousandths), how many bytes it takes away, and what it puts there.
CHANGES = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 40), PIECES), min_size=1, max_size=4)


def changed(data, changes):
    for share, taken, put in changes:
        at = len(data) * share // 1000
        data = data[:at] + put + data[at + taken :]
    return data


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_without_fault(name):
    pytest.importorskip(NEEDS.get(name, "lxml"))
    assert list(samples.faults(SAMPLES[name])) == []
    assert all(reading.page is not None and not reading.problems for reading in samples.read(SAMPLES[name]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", SAMPLES)
@given(changes=CHANGES, packed=st.booleans())
def test_a_damaged_sample_is_read_without_fault(name, changes, packed):
    data = SAMPLES[name]
    inside = packed and data.startswith(b"\x1f\x8b")
    data = changed(gzip.decompress(data) if inside else data, changes)
    assert list(samples.faults(gzip.compress(data, mtime=0) if packed else data)) == []


@settings(max_examples=30, deadline=None)
@given(st.lists(PIECES, max_size=30).map(b"".join))
def test_any_bytes_are_read_without_fault(data):
    assert list(samples.faults(data)) == []
