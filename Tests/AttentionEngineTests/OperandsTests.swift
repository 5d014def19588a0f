import AttentionEngine
import Testing

@Suite struct OperandsTests {
  private let traces = (1...4).map { Trace(Tensor(scalar: Double($0)), origin: .literal) }

  @Test(arguments: 0...4)
  func holdsWhatItWasMadeOf(_ count: Int) {
    let operands = Operands(Array(traces.prefix(count)))
    #expect(operands.count == count)
    #expect(operands.map(ObjectIdentifier.init) == traces.prefix(count).map(ObjectIdentifier.init))
    #expect(operands.values.map { $0.entries[0] } == (0..<count).map { Double($0 + 1) })
    #expect(operands.entries == count)
  }

  @Test func oneAndTwoAreTheSameHoweverTheyAreMade() {
    #expect(Array(Operands(traces[0])).map(ObjectIdentifier.init) == [ObjectIdentifier(traces[0])])
    #expect(
      Array(Operands(traces[2], traces[1])).map(ObjectIdentifier.init)
        == [traces[2], traces[1]].map(ObjectIdentifier.init))
  }
}
