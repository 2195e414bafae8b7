"""The embedded engine: problem types (유형), sampling, wording, worked solutions and distractors."""
