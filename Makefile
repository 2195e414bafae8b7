# make demo · make serve · make test · make check · make bench · make fuzz MINUTES=5
# Everything is set up on the first call, from pinned versions, in .venv/; nothing is repeated when it is there.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
WORKERS ?= auto
export OMP_NUM_THREADS ?= 1
export TOKENIZERS_PARALLELISM = false

.PHONY: demo serve test check bench fuzz lock clean
.DEFAULT_GOAL := demo

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Yuje needs Python 3.11 or newer; give one with make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml constraints.txt | $(BIN)/python
	@echo "setting up $(VENV) (once)"
	$(PIP) --editable .
	@touch $@

$(VENV)/.test-ready: pyproject.toml constraints.txt $(VENV)/.ready | $(BIN)/python
	@echo "adding the test tools (once)"
	$(PIP) --editable '.[test]'
	@touch $@

demo: $(VENV)/.ready
	$(BIN)/yuje demo

serve: $(VENV)/.ready
	$(BIN)/yuje serve

test: $(VENV)/.test-ready
	$(BIN)/python -m pytest --import-mode=importlib -n $(WORKERS) --dist=loadgroup tests

check: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory check-lock

bench: $(VENV)/.test-ready
	$(BIN)/python -m tests.benchmarks --out bench.json

# atheris stands apart: it is needed for nothing else, and there is no wheel of it for every platform.
MINUTES ?= 5
fuzz: $(VENV)/.test-ready
	@test -d $(VENV)/fuzz || $(BIN)/python -m pip install --quiet --disable-pip-version-check --target $(VENV)/fuzz atheris==3.0.0
	PYTHONPATH=$(VENV)/fuzz MINUTES=$(MINUTES) $(BIN)/python -m tests.fuzz

# The pins: what uv resolves from pyproject.toml for every platform, old pins kept where they still fit.
COMPILE = $(BIN)/uv pip compile pyproject.toml --extra test --constraint constraints.in --universal \
	--python-version 3.11 --no-header --no-annotate --quiet $(FIND_LINKS) $(foreach p,torch triton $(CUDA),--no-emit-package $(p))
FIND_LINKS = $(foreach place,$(PIP_FIND_LINKS),--find-links $(place))
CUDA = cuda-bindings cuda-pathfinder cuda-toolkit nvidia-cublas nvidia-cuda-cccl nvidia-cuda-cupti nvidia-cuda-nvrtc \
	nvidia-cuda-runtime nvidia-cudnn-cu13 nvidia-cufft nvidia-cufile nvidia-curand nvidia-cusolver nvidia-cusparse \
	nvidia-cusparselt-cu13 nvidia-nccl-cu13 nvidia-nvjitlink nvidia-nvshmem-cu13 nvidia-nvtx

lock: $(VENV)/.test-ready
	@touch constraints.txt && grep -v '^#\|^torch==' constraints.txt > $(VENV)/pins.txt || true
	$(COMPILE) --output-file $(VENV)/pins.txt
	cat constraints.in $(VENV)/pins.txt > constraints.txt

.PHONY: check-lock
check-lock:
	@grep -v '^#\|^torch==' constraints.txt > $(VENV)/pins.txt
	@$(COMPILE) --output-file $(VENV)/pins.txt
	@cat constraints.in $(VENV)/pins.txt | diff constraints.txt - \
		|| { echo "constraints.txt is not what pyproject.toml resolves to; run make lock"; exit 1; }
	@echo "constraints.txt is fresh"

clean:
	rm -rf $(VENV) .yuje build dist bench.json
