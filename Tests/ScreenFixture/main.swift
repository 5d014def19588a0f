import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// A program that shows the events it gets and ends in whatever way it is asked to: each key is one.

func say(_ text: String) {
  _ = write(STDERR_FILENO, text, text.utf8.count)
}

func overflowTheStack(_ depth: Int) -> Int {
  depth < 0 ? 0 : overflowTheStack(depth + 1) + overflowTheStack(depth + 2)
}

func end(as key: Character) {
  switch key {
  case "x": exit(3)
  case "t": print([Int](0..<Int(CommandLine.argc))[1000])
  case "f": fatalError("the reason\u{1B}[31m\u{9B}31m")
  case "o": print(overflowTheStack(0))
  case "A": abort()
  case "h": while true { pause() }
  case "e": say("talk on standard error\n")
  default: break
  }
}

/// Draws over a grid at places that are the same in every run.
struct Scribbler {
  private var state: UInt64 = 1
  private(set) var grid: Grid?

  private mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return limit > 0 ? Int(state >> 33) % limit : 0
  }

  mutating func scribble(_ size: Size) {
    var grid = grid?.size == size ? grid : nil
    let pieces = ["日本語", "a", "é\u{301}", "▓▒░", "🙂", "│", "한글", "  ", "√·ᵀ", "x日x"]
    for _ in 0..<20 {
      let point = Point(x: next(below: size.width + 4) - 2, y: next(below: size.height))
      let style = Style(.ramp(next(below: 17)), bold: next(below: 4) == 0)
      grid = grid ?? Grid(size: size)
      grid?.put(pieces[next(below: pieces.count)], at: point, style: style)
    }
    self.grid = grid
  }
}

func describe(_ event: Event) -> String {
  switch event {
  case .key(let press): "key \(press.name)"
  case .paste(let text): "paste \(text)"
  case .mouse(let mouse): "mouse \(mouse.action) \(mouse.point.x),\(mouse.point.y)"
  case .resize(let size): "resize \(size.width)x\(size.height)"
  case .resumed: "resumed"
  case .background(let background): "background \(background)"
  case .terminate(let signal): "terminate \(signal)"
  }
}

func draw(_ lines: [String], on screen: borrowing CursesScreen) -> Grid {
  var grid = Grid(size: screen.size)
  let title = "ready √ 日本 \(screen.size.width)x\(screen.size.height)"
  grid.put(title, at: Point(x: 0, y: 0), style: Style(.title))
  for (index, line) in lines.suffix(max(0, screen.size.height - 2)).enumerated() {
    grid.put(line, at: Point(x: 2, y: index + 1), style: Style(.ramp(index % 17)))
  }
  grid.cursor = Point(x: 1, y: 1)
  return grid
}

func run() -> Int32 {
  let arguments = CommandLine.arguments
  var screen: CursesScreen
  do {
    screen = try CursesScreen(
      color: arguments.contains("--never") ? .never : .automatic,
      theme: arguments.contains("--dark") ? .dark : .automatic,
      ascii: arguments.contains("--ascii"), mouse: !arguments.contains("--no-mouse"))
  } catch {
    say("\(error.message)\n")
    return 1
  }
  var lines: [String] = []
  // Draws without end, so that what comes from outside meets it in the middle.
  let isBusy = arguments.contains("--busy")
  var count = 0
  var scribbler = Scribbler()
  while true {
    if isBusy {
      count += 1
      lines = (0..<20).map { "\(count) \($0) " + String(repeating: "█▓", count: count % 30) }
    }
    screen.present(scribbler.grid ?? draw(lines, on: screen))
    for event in screen.nextEvents(within: isBusy ? 0 : nil) {
      lines.append(describe(event))
      if case .terminate(let signal) = event { return 128 + signal }
      guard case .key(let press) = event else { continue }
      if press == KeyPress(.character("z"), control: true) { screen.suspend() }
      if press.typed == "q" { return 0 }
      if press.typed == "m" { screen.setMouse(false) }
      if press.typed == "s" { scribbler.scribble(screen.size) }
      if press == KeyPress(.character("l"), control: true) { screen.invalidate() }
      if let key = press.typed { end(as: key) }
    }
  }
}

exit(run())
