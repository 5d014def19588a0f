import Testing

/// Faults of options, each planted in a lesson that is well.
@Suite struct OptionFaultTests {
  @Test(arguments: [
    PlantedFault(
      "too few rows",
      "#| rows: a, b\n#| cols: x, y\nW = [[1",
      "#| rows: a, b, c\n#| cols: x, y\nW = [[1",
      [
        "24: rows has 3 labels, where there are 2 rows; write one label for each row"
      ]),
    PlantedFault(
      "one column",
      "#| cols: low, high\n#| locked",
      "#| cols: [low]\n#| locked",
      [
        "101: cols has 1 label, where there are 2 columns; write one label for each column"
      ]),
    PlantedFault(
      "a name that is no list",
      "#| cols: low, high\n#| locked",
      "#| cols: low\n#| locked",
      [
        "101: low is no list of texts in this lesson; for a single label write #| cols: [low]"
      ]),
    PlantedFault(
      "labels of a number",
      "```python {.qkv}\nmixed",
      "```python {.qkv}\n#| cols: a, b\nmixed",
      [
        "113: cols labels a single number; delete the line"
      ]),
    PlantedFault(
      "rows of a vector",
      "#| cols: low, high\n#| locked",
      "#| rows: low, high\n#| locked",
      [
        "101: rows labels a vector, which is shown as one row; write #| cols: instead"
      ]),
    PlantedFault(
      "a position outside",
      "#| slider: 0 1 0.05",
      "#| editable: 0, 2",
      [
        "108: there is no entry 2 in shares; shares is 2; positions are counted from 0",
        "123: the solution is refused: shares[high] is locked: it must stay 0.00, and is 0.75; change shares[low], shares[2] only; define the names of edits, and helpers with names of their own",
        "127: the wrong answer is refused: shares[high] is locked: it must stay 0.00, and is 0.25; change shares[low], shares[2] only; define the names of edits, as a reader would",
      ]),
    PlantedFault(
      "a position of a formula",
      "```python {.qkv}\nmixed",
      "```python {.qkv}\n#| editable: 0\nmixed",
      [
        "113: editable stands at a formula, which has no entries to edit; delete the line, or write the numbers out"
      ]),
    PlantedFault(
      "locked and editable",
      "#| locked",
      "#| locked\n#| editable: 1",
      [
        "103: the cell is locked, so no entry of it is editable; keep editable or locked"
      ]),
    PlantedFault(
      "first where nothing is seen",
      "```python {.qkv}\nmixed",
      "```python {.qkv}\n#| hidden\n#| first\nmixed",
      [
        "114: first stands at what isn't shown; put it where the text says to begin"
      ]),
    PlantedFault(
      "a slider that begins elsewhere",
      "#| slider: 0 1 0.05",
      "#| slider: 0.5 1 0.05",
      [
        "108: the slider goes from 0.5 to 1, and 0 lies outside of it; begin inside the range, or widen it"
      ]),
    PlantedFault(
      "a slider at a formula",
      "```python {.qkv}\nmixed",
      "```python {.qkv}\n#| slider: 0 1 0.1\nmixed",
      [
        "113: a slider stands at a formula, which can't be nudged; delete the line, or write the numbers out"
      ]),
    PlantedFault(
      "a step beside a slider",
      "#| slider: 0 1 0.05",
      "#| slider: 0 1 0.05\n#| step: 1",
      [
        "109: the slider has a step already; keep one of them"
      ]),
    PlantedFault(
      "a step at a formula",
      "```python {.qkv}\nmixed",
      "```python {.qkv}\n#| step: 1\nmixed",
      [
        "113: step stands where nothing can be nudged; put it at an input that may be changed"
      ]),
    PlantedFault(
      "a step that is none",
      "#| slider: 0 1 0.05",
      "#| step: none",
      [
        "108: \"none\" is no step of a nudge; write a number above 0: #| step: 1"
      ]),
    PlantedFault(
      "a step larger than its range",
      "#| slider: 0 1 0.05",
      "#| slider: 0 1 2",
      [
        "108: the slider's step is larger than its range; write low, high and step: #| slider: 0 3 0.5"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }
}
