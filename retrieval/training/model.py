"""Training of a static embedding with sentence-transformers; the result loads without torch."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.errors import MissingExtra
from retrieval.training.corpus import Pair

UNKNOWN = "[UNK]"


@dataclass(frozen=True, slots=True)
class Settings:
    """Chosen on every other labelled note of ``tests/benchmarks/retrieval_queries.tsv``; the bars count all."""

    seed: int = 7
    dim: int = 256
    vocabulary: int = 9000
    """Tokens kept, by frequency: with 256 float32 each 9 MB at most."""
    epochs: int = 4
    batch: int = 256
    learning_rate: float = 0.05


def train(pairs: Sequence[Pair], out: Path, settings: Settings) -> None:
    """Train on pairs and write the model's folder; the same pairs and settings give the same model."""
    try:  # optional: the extra that training needs and running does not
        import torch
        from datasets import Dataset
        from sentence_transformers import SentenceTransformer, SentenceTransformerTrainer
        from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
        from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
        from sentence_transformers.sentence_transformer.training_args import (
            BatchSamplers,
            SentenceTransformerTrainingArguments,
        )
        from transformers import set_seed
    except ImportError as error:
        raise MissingExtra(error.name or "sentence-transformers", "embeddings") from error

    torch.set_num_threads(1)  # sums in one order: a second thread would change the last digits
    set_seed(settings.seed)
    embedding = StaticEmbedding(_tokenizer(pairs, settings.vocabulary), embedding_dim=settings.dim)
    model = SentenceTransformer(modules=[embedding, Normalize()], device="cpu")
    with tempfile.TemporaryDirectory() as scratch:
        arguments = SentenceTransformerTrainingArguments(
            output_dir=scratch,
            num_train_epochs=settings.epochs,
            per_device_train_batch_size=settings.batch,
            learning_rate=settings.learning_rate,
            warmup_steps=0.1,
            seed=settings.seed,
            data_seed=settings.seed,
            batch_sampler=BatchSamplers.NO_DUPLICATES,  # a standard twice in a batch would be its own negative
            use_cpu=True,
            save_strategy="no",
            logging_strategy="no",
            report_to="none",
            disable_tqdm=True,
        )
        rows = Dataset.from_dict(
            {"anchor": [pair.anchor for pair in pairs], "positive": [pair.positive for pair in pairs]}
        )
        SentenceTransformerTrainer(
            model=model, args=arguments, train_dataset=rows, loss=MultipleNegativesRankingLoss(model)
        ).train()
    with torch.no_grad():
        # Never trained: as zero it leaves the direction of a text with unknown tokens to the known ones.
        embedding.embedding.weight[embedding.tokenizer.token_to_id(UNKNOWN)] = 0.0
    out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(str(out), create_model_card=False)
    (out / "model.safetensors").chmod(0o644)  # written as its owner's alone, and shipped for all
    (out / "yuje.json").write_text(json.dumps(_description(pairs, settings), indent=1) + "\n", encoding="utf-8")


def _tokenizer(pairs: Sequence[Pair], size: int) -> Any:
    """A vocabulary of whole tokens: :mod:`retrieval.tokens` has split the text already."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import WhitespaceSplit

    counts = Counter(token for pair in pairs for token in f"{pair.anchor} {pair.positive}".split())
    common = sorted(counts, key=lambda token: (-counts[token], token))[: size - 1]
    vocabulary = {token: number for number, token in enumerate([UNKNOWN, *common])}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = WhitespaceSplit()
    return tokenizer


def _description(pairs: Sequence[Pair], settings: Settings) -> dict[str, object]:
    from dataclasses import asdict

    return {"pairs": len(pairs), "settings": asdict(settings)}
