"""Many notices on a cluster: one task a shard, read from and written to anything that fsspec opens.

    from planparse.batch.distributed import Options, run_shards

    summary = run_shards(["s3://bucket/notices/"], "s3://bucket/records/", "tcp://10.0.0.1:8786")

Needs planparse[dask], here and on the workers; nothing of it is loaded before it is used.
"""

from planparse.batch.distributed.errors import ClusterError
from planparse.batch.distributed.run import Options, run_shards

__all__ = ["ClusterError", "Options", "run_shards"]
