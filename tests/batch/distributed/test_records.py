from __future__ import annotations

import io

import pytest

from planparse.batch.distributed.records import Format, Record, read_records, write_records

RECORDS: dict[str, list[Record]] = {
    "none": [],
    "one": [("市/甲.txt", '{"a":"甲\\n"}')],
    "more than are written at once": [(f"{number}.txt", f'{{"n":{number}}}') for number in range(600)],
    "a name that is not UTF-8": [("\udce9.txt", "{}")],
}


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
@pytest.mark.parametrize("records", RECORDS.values(), ids=RECORDS)
def test_what_is_written_is_read(records: list[Record], format: Format) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow", reason="needs pyarrow, of planparse[dask]")
    file = io.BytesIO()
    write_records(file, iter(records), format)
    file = io.BytesIO(file.getvalue())
    assert list(read_records(file, format)) == [
        f"{record}\n" if format == "jsonl" else record for _, record in records
    ]
