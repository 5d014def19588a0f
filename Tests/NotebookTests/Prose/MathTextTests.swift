import Testing

@testable import Notebook

@Suite struct MathTextTests {
  @Test(
    "formulas on a line",
    arguments: [
      (#"\sqrt{d_k}"#, "√d_k"),
      (#"QK^\top"#, "QKᵀ"),
      (#"QK^T"#, "QKᵀ"),
      (#"\frac{QK^\top}{\sqrt{d_k}}"#, "QKᵀ/√d_k"),
      (#"\mathrm{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V"#, "softmax(QKᵀ/√d_k)V"),
      (#"\sum_i a_{ij} v_j"#, "Σᵢ aᵢⱼvⱼ"),
      (#"\sum_{i=1}^{n} x_i"#, "Σᵢ₌₁ⁿ xᵢ"),
      (#"\frac{a+b}{c}"#, "(a + b)/c"),
      (#"\frac{1}{2n}"#, "1/(2n)"),
      (#"\frac{1}{\sqrt{2\pi}}"#, "1/√(2π)"),
      (#"\frac{a}{b} c"#, "a/b c"),
      (#"e^{x_i}"#, "e^(xᵢ)"),
      (#"e^{-x}"#, "e⁻ˣ"),
      (#"x^2 + y^2 = 1"#, "x² + y² = 1"),
      (#"-x-1"#, "−x − 1"),
      (#"x = -1"#, "x = −1"),
      (#"f(-x)"#, "f(−x)"),
      (#"Q \in \mathbb{R}^{n \times d}"#, "Q ∈ ℝ^(n × d)"),
      (#"a \cdot b \le c"#, "a · b ≤ c"),
      (#"-\log p"#, "−log p"),
      (#"\exp(x)"#, "exp(x)"),
      (#"p(1-p)"#, "p(1 − p)"),
      (#"\|v\|_2"#, "‖v‖₂"),
      (#"\hat{y}"#, "y\u{302}"),
      (#"\alpha_{t,i}"#, "α_(t, i)"),
      (#"O(n^2)"#, "O(n²)"),
      (#"0.9^{50} \approx 0.005"#, "0.9⁵⁰ ≈ 0.005"),
      (#"x^12"#, "x¹2"),
      (#"\infty"#, "∞"),
      (#"[0, 1)"#, "[0, 1)"),
      (#"f'"#, "f′"),
      (#"\sqrt[3]{x}"#, "³√x"),
      (#"a \text{ if } b"#, "a if b"),
      ("", ""),
      ("}", ""),
      ("_", ""),
      (#"\frac"#, "/"),
    ])
  func show(tex: String, expected: String) {
    #expect(MathText.show(tex) == expected)
  }

  @Test(
    "what can't be shown is said",
    arguments: [
      (#"\begin{matrix}"#, #"the command \begin isn't known"#),
      ("x\\", "a backslash stands at the end"),
      ("{x", "a brace of the formula isn't closed"),
      (String(repeating: "{", count: 50), "braces stand more than 32 deep inside one another"),
      (
        String(repeating: "\\sqrt", count: 50) + "{" + String(repeating: "{", count: 50),
        "braces stand more than 32 deep inside one another"
      ),
    ])
  func problems(tex: String, expected: String) {
    var reader = MathText(Array(tex.unicodeScalars)[...])
    _ = reader.read()
    #expect(reader.problems.first?.message == expected)
  }
}
