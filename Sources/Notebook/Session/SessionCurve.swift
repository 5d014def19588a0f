import AttentionEngine
import CellLanguage

/// A result as it would be at every place of the slider that it rests on.
package struct Curve: Hashable, Sendable {
  /// The slider's input.
  package let slider: PanelID
  package let name: String
  /// Where the slider stands now.
  package let current: Double
  /// Where it was put, from low to high.
  package let inputs: [Double]
  /// For each of `inputs` the entries of the result, in row-major order; empty where it has no value or another shape.
  package let values: [[Double]]
}

extension Session {
  /// More places of a slider than this are not tried out.
  private static let mostInputs = 61

  /// Another value whenever a statement may have another outcome.
  package var version: Int { sheet.nextVersion }

  /// How a result follows the slider it rests on: of several, the one that stands last in the text.
  ///
  /// - Returns: nil where it rests on none that is a single number.
  package func curve(of id: PanelID) -> Curve? {
    guard case .array(let array)? = panel(id)?.content else { return nil }
    let own = SheetLocation(cell: id.cell, index: id.statement)
    let slice = self.slice(for: own)
    guard slice.count > 1,
      let place = slice.lastIndex(where: { $0 != own && slider(at: $0) != nil }),
      let slider = slider(at: slice[place]), let unit = unit(at: slice[place]),
      let name = unit.definedNames.first,
      case .array(let now)? = panel(PanelID(slice[place]))?.content
    else { return nil }
    var sheet = Sheet(
      programs: slice.map { location in
        let unit = self.sheet.units[location.cell][location.index]
        return Program(only: [unit.statement], of: unit.source)
      }, limits: limits)
    let current = now.tensor.entries.first ?? .nan
    let inputs = slider.places(reaching: current, atMost: Self.mostInputs)
    let values = inputs.map { input -> [Double] in
      let text = "\(name) = \(DecimalSum.shortest(input))"
      sheet.replace([(cell: place, program: Program(parsing: Source(text), limits: limits))])
      guard let outcome = sheet.units[slice.count - 1].first,
        case .array(let result) = Panel.Content(outcome), result.shape == array.shape
      else { return [] }
      return result.tensor.entries
    }
    return Curve(
      slider: PanelID(slice[place]), name: name, current: current,
      inputs: inputs, values: values)
  }

  /// A statement and all that it rests on, in text order.
  private func slice(for location: SheetLocation) -> [SheetLocation] {
    guard let unit = unit(at: location) else { return [] }
    var taken: [SheetLocation: Bool] = [location: true]
    var queue = unit.usedNames.map(\.name)
    while let name = queue.popLast() {
      guard let definer = sheet.definers[name], definer.cell < cells.count,
        taken.updateValue(true, forKey: definer) == nil, let unit = self.unit(at: definer)
      else { continue }
      queue += unit.usedNames.map(\.name)
    }
    let ranks = Dictionary(
      cellOrder.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return taken.keys.sorted {
      (ranks[$0.cell] ?? 0, $0.index) < (ranks[$1.cell] ?? 0, $1.index)
    }
  }

  private func unit(at location: SheetLocation) -> SheetUnit? {
    guard sheet.units.indices.contains(location.cell),
      sheet.units[location.cell].indices.contains(location.index)
    else { return nil }
    return sheet.units[location.cell][location.index]
  }

  /// The slider of an input that is a single number.
  private func slider(at location: SheetLocation) -> Slider? {
    guard cells[location.cell].literal(location.index)?.shape == [] else { return nil }
    return lesson.cells[location.cell].options.slider
  }
}

extension PanelID {
  fileprivate init(_ location: SheetLocation) {
    self.init(cell: location.cell, statement: location.index)
  }
}

extension Slider {
  /// In lengths of the slider.
  private static let farthest = 20.0

  /// Its places from low to high, evenly: each that a nudge comes to from `low`, or as many as allowed. A number typed
  /// beyond an end, not too far to leave the rest to be seen, becomes the end.
  fileprivate func places(reaching current: Double, atMost most: Int) -> [Double] {
    let farthest = Self.farthest * (high - low)
    let isNear = current >= low - farthest && current <= high + farthest
    let low = isNear ? min(self.low, current) : self.low
    let high = isNear ? max(self.high, current) : self.high
    let steps = ((high - low) / step).rounded(.down)
    guard steps < Double(most), let count = Int(exactly: steps), count > 0 else {
      let last = max(2, most) - 1
      return (0...last).map { low + (high - low) * Double($0) / Double(last) }
    }
    var places = [low]
    for _ in 0..<count {
      let next = DecimalSum.text(DecimalSum.shortest(places[places.count - 1]), plus: step)
      places.append(next.flatMap { Double($0) } ?? places[places.count - 1] + step)
    }
    if places[count] < high { places.append(high) }
    return places
  }
}
