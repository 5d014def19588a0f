import Testing

@testable import AttentionEngine

@Suite struct ReductionTests {
  static let x = Tensor(
    shape: [2, 2, 3],
    entries: [-2.02, -0.23, -0.87, 3.32, 0.23, -0.35, -0.28, -0.67, -1.06, -0.39, 0.48, -0.24])

  // As NumPy 2.4 has it.
  @Test(
    arguments: [
      (.sum, nil, false, Tensor(shape: [], entries: [-2.08])),
      (
        .sum, [0], false,
        Tensor(
          shape: [2, 3],
          entries: [-2.3, -0.9, -1.9300000000000002, 2.9299999999999997, 0.71, -0.59])
      ),
      (
        .sum, [-1], true,
        Tensor(
          shape: [2, 2, 1],
          entries: [-3.12, 3.1999999999999997, -2.0100000000000002, -0.15000000000000002])
      ),
      (.sum, [0, 2], false, Tensor(shape: [2], entries: [-5.130000000000001, 3.05])),
      (.mean, nil, false, Tensor(shape: [], entries: [-0.17333333333333334])),
      (
        .mean, [0], false,
        Tensor(
          shape: [2, 3],
          entries: [-1.15, -0.45, -0.9650000000000001, 1.4649999999999999, 0.355, -0.295])
      ),
      (
        .mean, [-1], true,
        Tensor(
          shape: [2, 2, 1], entries: [-1.04, 1.0666666666666667, -0.67, -0.05000000000000001])
      ),
      (
        .mean, [0, 2], false,
        Tensor(shape: [2], entries: [-0.8550000000000001, 0.5083333333333333])
      ),
      (.variance, nil, false, Tensor(shape: [], entries: [1.4848722222222221])),
      (
        .variance, [0], false,
        Tensor(
          shape: [2, 3],
          entries: [
            0.7569, 0.048400000000000006, 0.009025000000000005, 3.441025, 0.015624999999999997,
            0.0030249999999999995,
          ])
      ),
      (
        .variance, [-1], true,
        Tensor(
          shape: [2, 2, 1],
          entries: [0.5484666666666667, 2.5948222222222217, 0.1014, 0.14420000000000002])
      ),
      (
        .variance, [0, 2], false,
        Tensor(shape: [2], entries: [0.3591583333333334, 1.681247222222222])
      ),
      (.standardDeviation, nil, false, Tensor(shape: [], entries: [1.2185533317102795])),
      (
        .standardDeviation, [0], false,
        Tensor(
          shape: [2, 3],
          entries: [
            0.87, 0.22, 0.09500000000000003, 1.855, 0.12499999999999999, 0.05499999999999999,
          ])
      ),
      (
        .standardDeviation, [-1], true,
        Tensor(
          shape: [2, 2, 1],
          entries: [
            0.7405853540724842, 1.6108451887820325, 0.31843366656181316, 0.37973675092095055,
          ])
      ),
      (
        .standardDeviation, [0, 2], false,
        Tensor(shape: [2], entries: [0.5992982006758684, 1.2966291768359302])
      ),
      (.max, nil, false, Tensor(shape: [], entries: [3.32])),
      (
        .max, [0], false, Tensor(shape: [2, 3], entries: [-0.28, -0.23, -0.87, 3.32, 0.48, -0.24])
      ),
      (.max, [-1], true, Tensor(shape: [2, 2, 1], entries: [-0.23, 3.32, -0.28, 0.48])),
      (.max, [0, 2], false, Tensor(shape: [2], entries: [-0.23, 3.32])),
      (.min, nil, false, Tensor(shape: [], entries: [-2.02])),
      (
        .min, [0], false,
        Tensor(shape: [2, 3], entries: [-2.02, -0.67, -1.06, -0.39, 0.23, -0.35])
      ),
      (.min, [-1], true, Tensor(shape: [2, 2, 1], entries: [-2.02, -0.35, -1.06, -0.39])),
      (.min, [0, 2], false, Tensor(shape: [2], entries: [-2.02, -0.39])),
      (.argmax, nil, false, Tensor(shape: [], entries: [3])),
      (.argmax, [0], false, Tensor(shape: [2, 3], entries: [1, 0, 0, 0, 1, 1])),
      (.argmax, [-1], true, Tensor(shape: [2, 2, 1], entries: [1, 0, 0, 1])),
      (.argmin, nil, false, Tensor(shape: [], entries: [0])),
      (.argmin, [0], false, Tensor(shape: [2, 3], entries: [0, 1, 1, 1, 0, 0])),
      (.argmin, [-1], true, Tensor(shape: [2, 2, 1], entries: [0, 2, 2, 0])),
      (.any, nil, false, Tensor(shape: [], entries: [1])),
      (.any, [0], false, Tensor(shape: [2, 3], entries: [1, 1, 1, 1, 1, 1])),
      (.any, [-1], true, Tensor(shape: [2, 2, 1], entries: [1, 1, 1, 1])),
      (.any, [0, 2], false, Tensor(shape: [2], entries: [1, 1])),
      (.all, nil, false, Tensor(shape: [], entries: [1])),
      (.all, [0], false, Tensor(shape: [2, 3], entries: [1, 1, 1, 1, 1, 1])),
      (.all, [-1], true, Tensor(shape: [2, 2, 1], entries: [1, 1, 1, 1])),
      (.all, [0, 2], false, Tensor(shape: [2], entries: [1, 1])),
      (.norm, nil, false, Tensor(shape: [], entries: [4.263683853195497])),
      (
        .norm, [0], false,
        Tensor(
          shape: [2, 3],
          entries: [
            2.0393136100168605, 0.7083784299369935, 1.3713132391981053, 3.342828143952363,
            0.5322593352868505, 0.4243819034784589,
          ])
      ),
      (
        .norm, [-1], true,
        Tensor(
          shape: [2, 2, 1],
          entries: [2.211379659850384, 3.3463114021262275, 1.2848735346328837, 0.6634003316248794])
      ),
      (
        .norm, [0, 2], false, Tensor(shape: [2], entries: [2.5575574284852336, 3.411436647513771])
      ),
    ] as [(ReductionFunction, [Int]?, Bool, Tensor<Double>)])
  func overAxes(
    _ function: ReductionFunction, _ axes: [Int]?, _ keepDims: Bool, _ expected: Tensor<Double>
  ) throws {
    let reduction = Reduction(function, axes: axes, keepDims: keepDims)
    expectEqual(try reduction.forward([ReductionTests.x]), expected)
  }

  @Test(
    arguments: [
      (.sum, [1, .nan, -.infinity, 0], .nan),
      (.mean, [1, .nan, -.infinity, 0], .nan),
      (.variance, [1, .nan, -.infinity, 0], .nan),
      (.standardDeviation, [1, .nan, -.infinity, 0], .nan),
      (.max, [1, .nan, -.infinity, 0], .nan),
      (.min, [1, .nan, -.infinity, 0], .nan),
      (.argmax, [1, .nan, -.infinity, 0], 1),
      (.argmin, [1, .nan, -.infinity, 0], 1),
      (.any, [1, .nan, -.infinity, 0], 1),
      (.all, [1, .nan, -.infinity, 0], 0),
      (.norm, [1, .nan, -.infinity, 0], .nan),
      (.sum, [], 0),
      (.mean, [], .nan),
      (.variance, [], .nan),
      (.standardDeviation, [], .nan),
      (.any, [], 0),
      (.all, [], 1),
      (.norm, [], 0),
      (.sum, [-0.0], 0),
      (.max, [-0.0], -0.0),
      (.norm, [-0.0], 0),
      (.argmax, [2, 2, 1, 1], 0),
      (.argmin, [2, 2, 1, 1], 2),
    ] as [(ReductionFunction, [Double], Double)])
  func cornerCases(_ function: ReductionFunction, _ entries: [Double], _ expected: Double) throws {
    expectEqual(try Reduction(function).forward([vector(entries)]), Tensor(scalar: expected))
  }

  @Test func degreesOfFreedom() throws {
    let x = vector([1, 2, 4])
    expectEqual(try Reduction(.variance, ddof: 1).forward([x]), Tensor(scalar: 2.333333333333333))
    expectEqual(try Reduction(.variance, ddof: 3).forward([x]), Tensor(scalar: .infinity))
  }

  /// A million tenths, added pairwise, err by one unit in the last place; one after the other by 1e-6.
  @Test func longSumsStayExact() throws {
    let x = vector([Double](repeating: 0.1, count: 1_000_000))
    let sum = try Reduction(.sum).forward([x]).entries[0]
    #expect(sum == 100000.00000000003)
  }

  @Test func refusals() {
    #expect(throws: TensorError.axis(2, rank: 1)) {
      try Reduction(.sum, axes: [2]).forward([vector([1])])
    }
    #expect(throws: TensorError.argument(name: "axis", problem: "names an axis twice")) {
      try Reduction(.sum, axes: [0, -1]).forward([vector([1])])
    }
    #expect(throws: TensorError.emptyReduction(operation: "max", shape: [2, 0])) {
      try Reduction(.max, axes: [1]).forward([arange([2, 0])])
    }
  }
}
