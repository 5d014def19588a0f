/// How each meaning looks. The only place that knows of colours.
///
/// Whether the background is dark or light can't be known unless the reader says it, so a text on it has a colour of middle
/// brightness that keeps 4.5 to 1 (WCAG 2.1, 1.4.3) against black and white; what has a background has a foreground with it.
/// No meaning rests on colour alone: without colours, and beside them, attributes tell what must be told apart.
package struct Palette: Sendable {
  package let depth: ColorDepth
  package let theme: Theme

  package init(depth: ColorDepth, theme: Theme = .automatic) {
    self.depth = depth
    self.theme = theme
  }

  package func look(of style: Style) -> Look {
    var look = look(of: style.role)
    look.bold = look.bold || style.bold
    look.underline = look.underline || style.underline
    // Where bold is drawn as bright, bold black would be grey.
    if depth == .eight, look.foreground == 0 { look.bold = false }
    return look
  }

  private func look(of role: Role) -> Look {
    switch role {
    case .ramp(let level): shaded(Shades.ramp(level, depth), strong: level > 8)
    case .signed(let level): shaded(Shades.signed(level, depth), strong: abs(level) > 4)
    case .rampSymbol(let level): ground(Shades.ramp(level, depth))
    // Three colours say little of a size: there the symbol says more.
    case .signedSymbol(let level) where depth == .eight:
      shaded(Shades.signed(level, depth), strong: false)
    case .signedSymbol(let level): ground(Shades.signed(level, depth))
    default:
      switch depth {
      case .none: plain(role)
      case .eight, .sixteen: few(role)
      case .indexed: colored(role, Hues.indexed(theme))
      case .direct: colored(role, Hues.direct(theme))
      }
    }
  }

  private func shaded(_ shade: Shade?, strong: Bool) -> Look {
    guard let shade else { return Look(bold: strong) }
    return Look(foreground: shade.foreground, background: shade.background)
  }

  /// The colour of a shade alone.
  private func ground(_ shade: Shade?) -> Look {
    shade.map { Look(foreground: $0.background, background: $0.background) } ?? Look()
  }

  /// Without colours.
  private func plain(_ role: Role) -> Look {
    switch role {
    case .dim, .label, .rule, .footerText: Look(dim: true)
    // A name in prose may be a word: `scores`, `plain`.
    case .heading, .title, .emphasis, .strong, .code, .changed, .rise, .fall, .success, .failure,
      .warning, .footerKey:
      Look(bold: true)
    // What is underlined can be edited or opened; a stressed word is bold.
    case .link, .input: Look(underline: true)
    case .tookPart: Look(bold: true, underline: true)
    case .focus: Look(bold: true, reverse: true)
    case .editing: Look(underline: true, reverse: true)
    case .selection: Look(reverse: true)
    default: Look()
    }
  }

  /// With the 8 or 16 colours whose hues the reader's palette decides: only magenta, red and grey are readable on dark and
  /// light in the usual ones, cyan, green and yellow on dark, blue on light.
  private func few(_ role: Role) -> Look {
    switch (role, theme) {
    case (.dim, _), (.label, _), (.rule, _), (.footerText, _):
      depth == .sixteen && theme != .dark ? Look(foreground: 8) : Look(dim: true)
    case (.live, .dark), (.math, .dark): Look(foreground: 6)
    case (.heading, .dark), (.rise, .dark): Look(foreground: 6, bold: true)
    case (.warning, .dark): Look(foreground: 3)
    case (.changed, .dark), (.fall, .dark): Look(foreground: 3, bold: true)
    case (.success, .dark): Look(foreground: 2, bold: true)
    case (.failure, .dark): Look(foreground: depth == .sixteen ? 9 : 1, bold: true)
    case (.heading, .light), (.rise, .light): Look(foreground: 4, bold: true)
    case (.link, .light), (.input, .light): Look(foreground: 4, underline: true)
    case (.live, _), (.math, _), (.warning, _): Look(foreground: 5)
    case (.changed, _), (.fall, _): Look(foreground: 5, bold: true)
    case (.failure, _): Look(foreground: 1, bold: true)
    case (.series(let index), .dark): Self.chosen([6, 3, 5, 2, 1], index)
    case (.series(let index), .light): Self.chosen([4, 5, 1], index)
    case (.series(let index), _): Self.chosen([nil, 5, 1], index)
    default: fewOnOwnGround(role)
    }
  }

  private func fewOnOwnGround(_ role: Role) -> Look {
    switch role {
    case .tookPart: Look(foreground: 0, background: 6)
    case .focus: Look(foreground: 0, background: 3)
    case .editing: Look(foreground: 0, background: 7, underline: true)
    default: plain(role)
    }
  }

  private func colored(_ role: Role, _ hues: Hues) -> Look {
    switch role {
    case .dim, .label, .rule, .footerText: Look(foreground: hues.grey)
    case .heading: Look(foreground: hues.blue, bold: true)
    case .link: Look(foreground: hues.blue, underline: true)
    case .code: Look(foreground: hues.violet)
    case .math, .live: Look(foreground: hues.teal)
    case .input: Look(foreground: hues.blue, underline: true)
    case .changed, .fall: Look(foreground: hues.orange, bold: true)
    case .rise: Look(foreground: hues.blue, bold: true)
    case .warning: Look(foreground: hues.orange)
    case .success: Look(foreground: hues.green)
    case .failure: Look(foreground: hues.red)
    case .focus: Look(foreground: hues.black, background: hues.amber, bold: true)
    case .tookPart: Look(foreground: hues.black, background: hues.sky)
    case .editing: Look(foreground: hues.black, background: hues.cream, underline: true)
    case .selection: Look(foreground: hues.white, background: hues.navy)
    case .series(let index):
      Self.chosen([hues.blue, hues.orange, hues.teal, hues.violet, hues.red], index)
    default: plain(role)
    }
  }

  /// Neighbours differ in what everybody sees, blue from orange; marks tell the rest apart.
  private static func chosen(_ colors: [Int?], _ index: Int) -> Look {
    colors[max(0, index) % colors.count].map { Look(foreground: $0) } ?? Look()
  }
}
