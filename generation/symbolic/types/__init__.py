"""The problem types, grouped by topic; every module here and in the folders below is loaded in alphabetical order."""

from __future__ import annotations

import pkgutil
from importlib import import_module

for _module in sorted(info.name for info in pkgutil.walk_packages(__path__, f"{__name__}.") if not info.ispkg):
    import_module(_module)
