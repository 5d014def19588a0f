import Notebook
import Testing

@Suite struct JSONReportTests {
  @Test func aWholeReport() {
    #expect(
      ReportFormat.json.text(of: SampleReports.all)
        == #"""
        {"qkv": 1, "kind": "report", "passed": false, "points": 7, "hand_ins": [
        {"file": "ann.json", "student": "Ann Miller", "verdict": "graded", "reason": null, "passed": false, "earned": 2, "points": 7, "notes": ["'smus' is no lesson; did you mean sums?"], "lessons": [{"number": 6, "id": "sums", "title": "Weighted sums", "earned": 2, "points": 6, "notes": [], "tasks": [{"id": "aim", "kind": "exercise", "status": "passed", "earned": 2, "points": 2, "checks": [{"message": "the output of cat is (0, 1)", "status": "passed", "finding": null}], "hidden": null, "refusal": null, "because": null, "notes": []}, {"id": "one-line", "kind": "exercise", "status": "failed", "earned": 0, "points": 3, "checks": [{"message": "one row for each query", "status": "passed", "finding": null}, {"message": "each output mixes the values by its own weights", "status": "failed", "finding": {"expected": "0.40", "found": "0.60", "place": "out[cat, f]", "extent": "3 of 6 entries", "input": "K = [[0.3, -1.2]], random input 3 of 20", "problem": null}}, {"message": "and more", "status": "pending", "finding": null}], "hidden": {"passed": 1, "of": 2}, "refusal": null, "because": "that divides by d", "notes": ["it was answered for an older text of the exercise"]}, {"id": "guess", "kind": "prediction", "status": "refused", "earned": 0, "points": 1, "checks": [], "hidden": null, "refusal": "\"guess\" must be a number or its text", "because": null, "notes": []}]}, {"number": 9, "id": "mask", "title": "The causal mask: GPT", "earned": 0, "points": 1, "notes": [], "tasks": [{"id": "why", "kind": "quiz", "status": "missing", "earned": 0, "points": 1, "checks": [], "hidden": null, "refusal": null, "because": null, "notes": []}]}]},
        {"file": "bad.json", "student": null, "verdict": "refused", "reason": "it is empty", "passed": false, "earned": 0, "points": 7, "notes": [], "lessons": []}
        ]}

        """#)
  }
}
