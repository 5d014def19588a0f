import CellLanguage

// The numbers that prose quotes.

extension Lesson {
  /// The numbers quoted in its prose, in text order.
  package var liveNumbers: [LiveNumber] {
    steps.flatMap { $0.title.flatMap(\.liveNumbers) + $0.blocks.flatMap(\.liveNumbers) }
  }
}

extension Session {
  /// A number quoted in prose, by its Python format; `…` while it can't be computed.
  package func text(of live: LiveNumber) -> String {
    guard case .value(let value) = outcome(of: live) else { return "…" }
    return (try? LiveText.text(of: value, format: live.format)) ?? "…"
  }

  /// Why a number quoted in prose can't be shown; nil where it is.
  package func reason(for live: LiveNumber) -> String? {
    switch outcome(of: live) {
    case .value(let value):
      do throws(LiveText) {
        _ = try LiveText.text(of: value, format: live.format)
        return nil
      } catch {
        return error.problem
      }
    case .failure(let diagnostic): return diagnostic.message
    case .waiting(let name, .hole): return "waits for \(name), which is open"
    case .waiting(let name, .failure): return "waits for \(name), which failed"
    case nil: return "can't be read"
    }
  }

  func outcome(of live: LiveNumber) -> Outcome? {
    guard let quoted = liveCells[live.expression], sheet.units[cells.count + quoted].count == 1
    else { return nil }
    return sheet.units[cells.count + quoted][0].outcome
  }
}
