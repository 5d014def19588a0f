import AttentionEngine

/// The labels of a result's axes, carried on from those of what it was computed from: `hours * 2` has the rows and columns of
/// `hours`, `Q @ K.T` the rows of Q and those of K.
///
/// An axis has labels only where no operand disagrees: wrong ones are worse than none.
struct CarriedLabels {
  /// The labels of an array by its axes; nil for an axis that has none.
  typealias Axes = [[String]?]

  /// What a name's own labels are; nil where it has none at all.
  let named: (_ name: String, _ shape: [Int]) -> Axes?
  /// What was found: a node may be met on many ways.
  private var known: [ObjectIdentifier: Axes] = [:]
  /// Of larger arrays nobody reads labels.
  private static let most = 4096

  init(named: @escaping (_ name: String, _ shape: [Int]) -> Axes?) { self.named = named }

  mutating func axes(of trace: Trace) -> Axes {
    let id = ObjectIdentifier(trace)
    if let axes = known[id] { return axes }
    let axes = trace.value.count <= Self.most ? find(trace) : []
    let fitting = axes.count == trace.shape.count ? axes : trace.shape.map { _ in nil }
    known[id] = zip(fitting, trace.shape).map { $0?.count == $1 ? $0 : nil }
    return known[id] ?? []
  }

  private mutating func find(_ trace: Trace) -> Axes {
    switch trace.origin {
    case .literal, .truths, .opaque: return []
    case .name(let name):
      if let axes = named(name, trace.shape) { return axes }
      return trace.operands.first.map { axes(of: $0) } ?? []
    case .operation(let operation):
      let operands = trace.operands.map { Operand(shape: $0.shape, axes: axes(of: $0)) }
      guard operands.contains(where: { $0.axes.contains { $0 != nil } }) else { return [] }
      return Self.axes(of: operation, operands, shape: trace.shape)
    }
  }

  fileprivate struct Operand {
    let shape: [Int]
    let axes: Axes

    /// Counted from the last axis, 0 being it.
    func fromEnd(_ index: Int) -> [String]? {
      index < axes.count ? axes[axes.count - 1 - index] : nil
    }
  }

  private static func axes(
    of operation: any Operation, _ operands: [Operand], shape: [Int]
  ) -> Axes {
    switch operation {
    case is BinaryOperation, is UnaryOperation, is Where, is Decided, is Clip, is Round, is Softmax,
      is LogSoftmax, is LayerNorm, is RMSNorm, is RotaryEmbedding, is Triangle:
      return broadcast(operands, shape)
    case let operation as CumulativeSum where operation.axis != nil || shape.count == 1:
      return broadcast(operands, shape)
    case let sort as Sort: return reordered(operands, along: sort.axis)
    case let sort as ArgSort: return reordered(operands, along: sort.axis)
    case let reduction as Reduction: return reduced(operands[0], by: reduction, shape)
    case is MatMul: return product(operands[0], operands[1], shape)
    case is AttentionScores, is AttentionWeights:
      return lastTwo(shape, rows: operands[0].fromEnd(1), columns: operands[1].fromEnd(1))
    case is Attention where operands.count > 2:
      return lastTwo(shape, rows: operands[0].fromEnd(1), columns: operands[2].fromEnd(0))
    case let reindex as Reindex:
      let sources = reindex.offsets.map { (operand: 0, offset: $0) as (Int, Int)? }
      return moved(operands, sources, shape)
    case let assemble as Assemble:
      let sources: [(Int, Int)?] = assemble.sources.map {
        if case .operand(let operand, let offset) = $0 { (operand, offset) } else { nil }
      }
      return moved(operands, sources, shape)
    default: return []
    }
  }

  // MARK: - Kinds of operations

  /// Entry by entry: of the operands that are as long as the result along an axis.
  private static func broadcast(_ operands: [Operand], _ shape: [Int]) -> Axes {
    shape.indices.map { axis in
      let fromEnd = shape.count - 1 - axis
      let found = operands.compactMap { operand -> [String]? in
        guard fromEnd < operand.shape.count,
          operand.shape[operand.shape.count - 1 - fromEnd] == shape[axis]
        else { return nil }
        return operand.fromEnd(fromEnd)
      }
      return agreed(found)
    }
  }

  private static func reordered(_ operands: [Operand], along axis: Int?) -> Axes {
    guard let operand = operands.first, let axis else { return [] }
    var axes = operand.axes
    let index = axis < 0 ? axis + axes.count : axis
    if axes.indices.contains(index) { axes[index] = nil }
    return axes
  }

  private static func reduced(
    _ operand: Operand, by reduction: Reduction, _ shape: [Int]
  ) -> Axes {
    let rank = operand.shape.count
    let taken = Set((reduction.axes ?? Array(0..<rank)).map { $0 < 0 ? $0 + rank : $0 })
    return reduction.keepDims
      ? operand.axes.indices.map { taken.contains($0) ? nil : operand.axes[$0] }
      : operand.axes.indices.filter { !taken.contains($0) }.map { operand.axes[$0] }
  }

  /// A vector has no row of its own as the left factor, and no column as the right one.
  private static func product(_ left: Operand, _ right: Operand, _ shape: [Int]) -> Axes {
    let rows = left.shape.count > 1 ? [left.fromEnd(1)] : []
    let columns = right.shape.count > 1 ? [right.fromEnd(0)] : []
    let last = rows + columns
    return shape.dropLast(last.count).map { _ in nil } + last
  }

  private static func lastTwo(_ shape: [Int], rows: [String]?, columns: [String]?) -> Axes {
    shape.count > 1 ? shape.dropLast(2).map { _ in nil } + [rows, columns] : [columns]
  }

  /// Entries taken from elsewhere: an axis has the labels of the operands' axis whose place each step along it gives.
  private static func moved(
    _ operands: [Operand], _ sources: [(Int, Int)?], _ shape: [Int]
  ) -> Axes {
    guard sources.count == shape.reduce(1, *), !sources.isEmpty else { return [] }
    let places = sources.map { source in
      source.map { (operand: $0.0, at: Shape.position(of: $0.1, in: operands[$0.0].shape)) }
    }
    return shape.indices.map { axis in
      let found = (0..<(operands.map(\.shape.count).max() ?? 0)).compactMap { fromEnd in
        labels(along: axis, of: shape, places, operands, fromEnd)
      }
      return agreed(found)
    }
  }

  private static func labels(
    along axis: Int, of shape: [Int], _ places: [(operand: Int, at: [Int])?],
    _ operands: [Operand], _ fromEnd: Int
  ) -> [String]? {
    var labels = [String?](repeating: nil, count: shape[axis])
    var taken: Set<Int> = []
    for (offset, place) in places.enumerated() {
      guard let place else { continue }
      let operand = operands[place.operand]
      guard fromEnd < place.at.count, let texts = operand.fromEnd(fromEnd) else { return nil }
      let source = place.at[place.at.count - 1 - fromEnd]
      let index = Shape.position(of: offset, in: shape)[axis]
      guard labels[index] == nil || labels[index] == texts[source] else { return nil }
      labels[index] = texts[source]
      taken.insert(source)
    }
    // An axis that stays at one place of the operand's is another one.
    guard shape[axis] == 1 || taken.count > 1 else { return nil }
    let all = labels.compactMap(\.self)
    return all.count == labels.count ? all : nil
  }

  private static func agreed(_ found: [[String]]) -> [String]? {
    guard let first = found.first, found.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

extension Session {
  /// The labels of a cell that says none: those that its result has from the cells of the lesson.
  func carriedLabels(of trace: Trace) -> (rows: [String], columns: [String]) {
    var carried = CarriedLabels { name, shape in labelsOfLesson(name, shape: shape) }
    let axes = carried.axes(of: trace)
    return (
      axes.count > 1 ? axes[axes.count - 2] ?? [] : [],
      axes.last.flatMap(\.self) ?? []
    )
  }

  private func labelsOfLesson(_ name: String, shape: [Int]) -> CarriedLabels.Axes? {
    guard !shape.isEmpty, let id = panelID(forName: name), !ownCells.contains(id.cell) else {
      return nil
    }
    let (rows, columns) = sheet.labels(lesson.cells[id.cell].options, shape: shape)
    guard !rows.isEmpty || !columns.isEmpty else { return nil }
    func filled(_ texts: [String]) -> [String]? { texts.isEmpty ? nil : texts }
    return shape.dropLast(2).map { _ in nil }
      + (shape.count > 1 ? [filled(rows), filled(columns)] : [filled(columns)])
  }
}
