"""The problem types, one declaration each, grouped by topic; every module here is loaded in alphabetical order."""

from __future__ import annotations

import pkgutil
from importlib import import_module

for _module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")
