/// How a terminal draws a cell: two colours, as numbers that terminfo understands, and attributes.
package struct Look: Hashable, Sendable {
  /// The terminal's own foreground or background.
  package static let own = -1

  package var foreground = own
  package var background = own
  package var bold = false
  package var underline = false
  package var reverse = false
  package var dim = false
}

/// What a terminal can show of colours.
package enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  case none
  case eight
  case sixteen
  /// The 256 of xterm, of which the last 240 are the same everywhere.
  case indexed
  /// 24 bits: terminfo's `RGB`.
  case direct

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// - Parameter colors: terminfo's number of colours, 0 where there are none.
  package init(colors: Int, hasDirectColor: Bool) {
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    default: self = hasDirectColor ? .direct : .indexed
    }
  }
}

/// Whether to use colours, and how many at most.
package enum ColorChoice: String, Hashable, Sendable, CaseIterable {
  /// As terminfo has it, unless the environment says `NO_COLOR`.
  case automatic = "auto"
  /// As terminfo has it.
  case always
  case never
  /// As terminfo has it, but no more than so many.
  case eight = "8"
  case sixteen = "16"
  case indexed = "256"

  /// - Parameter noColor: the value of `NO_COLOR`, nil where it is unset; any that isn't empty asks for no colours.
  package func depth(offered: ColorDepth, noColor: String?) -> ColorDepth {
    switch self {
    case .never: .none
    case .always: offered
    case .eight: min(offered, .eight)
    case .sixteen: min(offered, .sixteen)
    case .indexed: min(offered, .indexed)
    case .automatic: (noColor ?? "").isEmpty ? offered : .none
    }
  }
}
