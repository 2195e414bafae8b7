from __future__ import annotations

import importlib.util
import subprocess
import sys
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from retrieval.adapters.static_embedding import StaticEmbedder
from retrieval.bootstrap import load_embedder, recorded_embedder
from retrieval.errors import EmbeddingError, MissingExtra
from retrieval.standard import load_standards
from retrieval.tokens import tokenise

MODEL = Path(str(resources.files("retrieval"))) / "model"
HAS_EXTRA = importlib.util.find_spec("sentence_transformers") is not None


def test_vectors_have_unit_norm_or_are_zero() -> None:
    embedder = load_embedder()
    vectors = embedder.embed(["이차방정식 $x^2=4$", "", "zzzz"])
    assert vectors.shape == (3, embedder.dim)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 0], abs=1e-6)
    assert embedder.embed([]).shape == (0, embedder.dim)


def test_item_is_nearest_to_its_standard() -> None:
    embedder, codes = load_embedder(), list(load_standards())
    rows = embedder.embed([standard.description for standard in load_standards().values()])
    likeness = rows @ embedder.embed(["이차방정식 $x^2-5x+6=0$을 푸시오."])[0]
    assert codes[int(likeness.argmax())] == "[9수02-20]"


def test_missing_model_says_how_to_train_it(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=r"python -m retrieval\.training"):
        StaticEmbedder(tmp_path)


def test_shipped_model_is_small() -> None:
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) < 8_000_000


@pytest.mark.skipif(not HAS_EXTRA, reason="needs pip install 'yuje[embeddings]'")
def test_vectors_equal_those_of_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer  # slow: torch, for this comparison only

    texts = [standard.description for standard in load_standards().values()] + ["zzzz", "$x^2$ zzzz 루트"]
    model = SentenceTransformer(str(MODEL), device="cpu", local_files_only=True)
    theirs = model.encode([tokenise(text) for text in texts], show_progress_bar=False)
    assert np.abs(theirs - StaticEmbedder(MODEL).embed(texts)).max() <= 1e-6


@pytest.mark.skipif(not HAS_EXTRA, reason="needs pip install 'yuje[embeddings]'")
def test_any_sentence_transformer_is_an_embedder() -> None:
    from retrieval.adapters.sentence_transformer import SentenceTransformerEmbedder  # slow: torch

    embedder = SentenceTransformerEmbedder(MODEL)
    vectors = embedder.embed(["g이차방정식", "g근호"])
    assert (embedder.dim, vectors.shape) == (256, (2, 256))
    assert vectors.dtype == np.float32
    with pytest.raises(EmbeddingError, match="cannot load"):
        SentenceTransformerEmbedder(MODEL / "nothing-here")


@pytest.mark.skipif(not HAS_EXTRA, reason="needs pip install 'yuje[embeddings]'")
def test_recorded_model_is_loaded_again_and_no_other(tmp_path: Path) -> None:
    shipped, other = load_embedder(), load_embedder(str(MODEL))
    assert other.name.startswith(f"sentence-transformers:{MODEL}@")
    for embedder in (shipped, other):
        again = recorded_embedder(embedder.name)
        assert again is not None
        assert (again.name, again.dim) == (embedder.name, embedder.dim)
    for name in ("yuje-static-000000000000", f"{other.name}0", f"sentence-transformers:{tmp_path}@0", "unknown"):
        assert recorded_embedder(name) is None


def test_default_search_loads_no_torch() -> None:
    code = (
        "import sys; from retrieval.bootstrap import MEMORY, open_index; index = open_index(MEMORY)\n"
        "index.search('이차방정식'); print({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120)
    assert done.stdout == "set()\n"


def test_missing_extra_names_the_command() -> None:
    assert str(MissingExtra("sentence-transformers", "embeddings")) == (
        "sentence-transformers is not installed: pip install 'yuje[embeddings]'"
    )
