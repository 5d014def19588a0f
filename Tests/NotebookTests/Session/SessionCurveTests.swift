import CellLanguage
import Notebook
import TestSupport
import Testing

/// How results follow sliders; the numbers are NumPy's.
@Suite struct SessionCurveTests {
  static let text =
    cell("#| slider: 1 3 1\nT = 2")
    + cell("#| slider: 0 1 0.25\nb = 0.5")
    + cell("z = array([2.0, 1.0, 0.0])\np = softmax(z / T)\ny = p * b\nn = ones(T)\nq = z + 1")

  @Test("a result is computed at every place of its slider, and nothing else changes")
  func places() throws {
    let session = try session(Self.text)
    let curve = try #require(session.curve(of: session.id("p")))
    #expect(curve.name == "T")
    #expect(curve.current == 2)
    #expect(curve.inputs == [1, 2, 3])
    let expected = [
      [0.6652409557748218, 0.24472847105479764, 0.09003057317038046],
      [0.506480391055654, 0.3071958857184984, 0.1863237232258476],
      [0.4484408637990408, 0.3213219198527688, 0.23023721634819053],
    ]
    for (row, want) in zip(curve.values, expected) {
      for (number, wanted) in zip(row, want) { #expect(abs(number - wanted) < 1e-15) }
    }
    #expect(try session.curve(of: session.id("p")) == curve)
  }

  @Test("of several sliders the last in the text counts; decimals are exact")
  func several() throws {
    let session = try session(Self.text)
    let curve = try #require(session.curve(of: session.id("y")))
    #expect(curve.name == "b")
    #expect(curve.inputs == [0, 0.25, 0.5, 0.75, 1])
  }

  @Test(
    "a number typed beyond an end becomes the end, unless the rest would not be seen beside it",
    arguments: [("3", 0.0, 3.0), ("-2", -2, 1), ("21", 0, 21), ("22", 0, 1), ("inf", 0, 1)])
  func beyond(typed: String, low: Double, high: Double) throws {
    var session = try session(Self.text)
    _ = try session.setEntry(session.id("b"), at: [], to: typed)
    let curve = try #require(session.curve(of: session.id("y")))
    #expect(curve.inputs.first == low && curve.inputs.last == high)
    #expect(curve.inputs.count <= 61)
    #expect(curve.current == Double(typed))
  }

  @Test("where the shape changes there is no value")
  func shapes() throws {
    let session = try session(Self.text)
    #expect(try session.curve(of: session.id("n"))?.values == [[], [1, 1], []])
  }

  @Test("what rests on no slider has no curve", arguments: ["q", "z", "T"])
  func none(name: String) throws {
    let session = try session(Self.text)
    #expect(try session.curve(of: session.id(name)) == nil)
  }

  @Test("a fine slider is tried at 61 places")
  func fine() throws {
    let session = try session(cell("#| slider: 0 3 0.01\nT = 1") + cell("y = T * 2"))
    let curve = try #require(session.curve(of: session.id("y")))
    #expect(curve.inputs.count == 61)
    #expect(curve.inputs.first == 0 && curve.inputs.last == 3)
  }
}
