import Testing

/// Faults of exercises, each planted in a lesson that is well.
@Suite struct ExerciseFaultTests {
  @Test(arguments: [
    PlantedFault(
      "no hint",
      "<!-- hint: 7 lies nearer to 8 than to 4: which share must be larger? -->\n<!-- hint: three quarters of the way from 4 to 8 -->\n",
      "",
      [
        "97: the exercise has no hint; write <!-- hint: … --> before its end, a nudge first, then more"
      ]),
    PlantedFault(
      "no solution",
      "```python {.qkv .solution}\nshares = [0.25, 0.75]\n```\n",
      "",
      [
        "97: the exercise has no solution; add a fence ```python {.qkv .solution}"
      ]),
    PlantedFault(
      "a starter that passes",
      "shares = [1, 0]",
      "shares = [0.25, 0.75]",
      [
        "97: the exercise is solved before the reader does anything; let it start from something that fails a check"
      ]),
    PlantedFault(
      "a starter formula that passes",
      "row_sums = W.sum(axis=0, keepdims=True)",
      "row_sums = W.sum(axis=1, keepdims=True)",
      [
        "133: the exercise is solved before the reader does anything; let it start from something that fails a check"
      ]),
    PlantedFault(
      "a solution that fails",
      "averages = W.sum(axis=1) / 2",
      "averages = W.sum(axis=1) / 3",
      [
        "83: the solution fails “each row added up and divided by two”: averages[b] is 2.67, 4.00 is expected; mend the solution, or what the check asks"
      ]),
    PlantedFault(
      "a solution that fails on other inputs",
      "averages = W.sum(axis=1) / 2",
      "averages = array([1.5, 4])",
      [
        "83: the solution fails “each row added up and divided by two”: averages[b] is 4.00, -0.94 is expected, with W = [[-0.31, 1.91], [-0.50, -1.37]], random input 1 of 20; mend the solution, or what the check asks"
      ]),
    PlantedFault(
      "a solution that defines another name",
      "averages = W.sum(axis=1) / 2",
      "averages = W.sum(axis=1) / 2\nsums = 3",
      [
        "83: the solution is refused: sums is the lesson's, and an answer can't redefine it: take another name, or change averages alone; define the names of edits, and helpers with names of their own"
      ]),
    PlantedFault(
      "a solution that leaves a hole",
      "averages = W.sum(axis=1) / 2",
      "averages = ...",
      [
        "83: the solution leaves “one average for each row” open; let it define every name of edits that is a hole"
      ]),
    PlantedFault(
      "a solution of another shape",
      "shares = [0.25, 0.75]",
      "shares = [0.25, 0.75, 0]",
      [
        "123: the solution is refused: shares is an input, length 2, and the answer's is length 3: change its numbers only; define the names of edits, and helpers with names of their own"
      ]),
    PlantedFault(
      "a wrong answer that passes",
      "shares = [0.75, 0.25]",
      "shares = [0.251, 0.749]",
      [
        "127: the wrong answer passes every check; check what is wrong with it, or delete it"
      ]),
    PlantedFault(
      "a wrong answer that is refused",
      "averages = W.mean(axis=0)",
      "average = W.mean(axis=0)",
      [
        "87: the wrong answer is refused: the answer doesn't define averages: write averages = and a formula; define the names of edits, as a reader would"
      ]),
    PlantedFault(
      "a wrong answer like another",
      "averages = W.mean(axis=0)",
      "averages = W[:, 0] + W[:, 1]",
      [
        "91: the wrong answer is taken for the one on line 87; keep the one that readers come to more often"
      ]),
    PlantedFault(
      "a wrong answer without a reason",
      "#| because: turned round: the larger share is on 4, and the mixture is 5",
      "#| because:",
      [
        "127: the wrong answer gives no reason; write #| because: and what the mistake is"
      ]),
    PlantedFault(
      "an edit that nothing defines",
      "edits=shares",
      "edits=share",
      [
        "97: edits names \"share\", which no cell of the lesson defines; did you mean shares?"
      ]),
    PlantedFault(
      "an edit that is locked",
      "edits=shares",
      "edits=shares,levels",
      [
        "97: edits names levels, which is locked; take #| locked away, or levels out of edits"
      ]),
    PlantedFault(
      "an edit of another exercise",
      "edits=row_sums,parts",
      "edits=row_sums,parts,shares",
      [
        "133: shares is edited in the exercise seven already; take another name: solving one would spoil the other",
        "133: edits names shares, which stands outside of the exercise; give the exercise a cell of its own to start from",
      ]),
    PlantedFault(
      "an edit outside of the exercise",
      "edits=row_sums,parts",
      "edits=row_sums,parts,sums",
      [
        "133: edits names sums, which stands outside of the exercise; give the exercise a cell of its own to start from"
      ]),
    PlantedFault(
      "a name in edits twice",
      "edits=shares",
      "edits=shares,shares",
      [
        "97: edits has shares twice; keep one"
      ]),
  ])
  func isNamed(fault: PlantedFault) throws {
    try fault.expectNamed()
  }
}
