import Testing

/// Faults of cells and the numbers in the prose, each planted in a lesson that is well.
@Suite struct CellFaultTests {
  @Test(arguments: [
    PlantedFault(
      "a name that nothing defines",
      "a, b\nsums = W.sum(axis=1)",
      "a, b\nsums = w.sum(axis=1)",
      [
        "32: w is not defined; did you mean W?"
      ]),
    PlantedFault(
      "a name defined twice",
      "mixed = shares @ levels",
      "mixed = shares @ levels\nW = 1",
      [
        "114: W is defined a second time; it is defined first on line 26; a name is defined once, take another"
      ]),
    PlantedFault(
      "a hole outside of an exercise",
      "a, b\nsums = W.sum(axis=1)",
      "a, b\nsums = ...",
      [
        "15: {sums[0]} can't be shown: waits for sums, which is open; quote a value that the cells have before the reader does anything",
        "32: sums is a hole outside of an exercise; put it between <!-- exercise: id edits=sums --> and <!-- end -->",
      ]),
    PlantedFault(
      "a hole that nobody may fill",
      "mixed = shares @ levels",
      "mixed = ...",
      [
        "113: mixed is a hole that the reader may not fill; name it behind edits=",
        "123: the solution leaves “mixed is 7” open; let it define every name of edits that is a hole",
        "127: the wrong answer leaves the checks open; let it define every name of edits that is a hole",
      ]),
    PlantedFault(
      "a cell that waits for another's hole",
      "## What you can do now",
      "## More\n\n```python {.qkv}\nafter = averages + 1\n```\n\n## What you can do now",
      [
        "172: after waits for averages, a hole that isn't filled here; only the cells of the exercise that fills averages may use it"
      ]),
    PlantedFault(
      "a live number that waits",
      "The last step says",
      "{averages[0]:g} The last step says",
      [
        "171: {averages[0]} can't be shown: waits for averages, which is open; quote a value that the cells have before the reader does anything"
      ]),
    PlantedFault(
      "a live number that can't be computed",
      "{sums[0]:g}",
      "{sums[5]:g}",
      [
        "15: {sums[5]} can't be shown: index 5 is out of range: axis 0 has 2 entries; quote a value that the cells have before the reader does anything"
      ]),
    PlantedFault(
      "a format for a number on a matrix",
      "{sums[0]:g}",
      "{sums:g}",
      [
        "15: {sums} can't be shown: a format is for one number; quote a value that the cells have before the reader does anything"
      ]),
    PlantedFault(
      "a wrong number in the prose",
      "The entries of\n`W` can be changed",
      "Here `W[a, y]` is 3. The entries of\n`W` can be changed",
      [
        "14: the prose says that W[a, y] is 3, and it is 2; mend the number, or write it live: {W[0, 1]:.2f}"
      ]),
    PlantedFault(
      "a wrong shape in the prose",
      "The entries of\n`W` can be changed",
      "`W` is 2×3. The entries of\n`W` can be changed",
      [
        "14: the prose says that W is 2×3, and it is 2×2; mend the number"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }
}
