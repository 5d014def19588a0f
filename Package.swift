// swift-tools-version: 6.1
import PackageDescription

// Each target may use the ones named in its row and no other:
//
//   qkv ──► NotebookUI ──► Notebook ──► CellLanguage ──► AttentionEngine
//    │          └────────► Terminal ──► CNcurses
//    └──► Notebook

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "qkv",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "AttentionEngine", swiftSettings: strict),
    .target(name: "CellLanguage", dependencies: ["AttentionEngine"], swiftSettings: strict),
    // Small rather than fast: it is the largest, computes little, and all of it counts as resident memory.
    .target(
      name: "Notebook", dependencies: ["CellLanguage", "AttentionEngine"],
      swiftSettings: strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "Terminal", dependencies: ["CNcurses"], swiftSettings: strict),
    .target(
      name: "NotebookUI",
      dependencies: ["Notebook", "CellLanguage", "AttentionEngine", "Terminal"],
      swiftSettings: strict),
    .executableTarget(
      name: "qkv",
      dependencies: ["NotebookUI", "Notebook", "CellLanguage", "AttentionEngine"],
      swiftSettings: strict),

    .executableTarget(
      name: "EngineBenchmark", dependencies: ["CellLanguage", "AttentionEngine"],
      path: "Tests/EngineBenchmark", swiftSettings: strict),
    .target(name: "CTestSupport", path: "Tests/CTestSupport"),
    .target(
      name: "TestSupport", dependencies: ["CTestSupport"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "ScreenFixture", dependencies: ["Terminal"], path: "Tests/ScreenFixture",
      swiftSettings: strict),
    .testTarget(
      name: "AttentionEngineTests", dependencies: ["AttentionEngine"], swiftSettings: strict),
    .testTarget(
      name: "CellLanguageTests", dependencies: ["CellLanguage", "AttentionEngine"],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookTests",
      dependencies: ["Notebook", "CellLanguage", "AttentionEngine", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "ScreenFixture", "TestSupport", "CTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookUITests",
      dependencies: [
        "NotebookUI", "Notebook", "CellLanguage", "AttentionEngine", "Terminal", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "QkvTests",
      dependencies: ["qkv", "Notebook", "CellLanguage", "TestSupport", "CTestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
