/// The commands of `$…$` that stand for a character or a word, and the letters that can be raised or lowered.
enum MathSymbols {
  /// Letters and signs that take no room around them.
  static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "hbar": "ħ",
    "infty": "∞", "partial": "∂", "nabla": "∇", "emptyset": "∅", "forall": "∀", "exists": "∃",
    "neg": "¬", "lnot": "¬", "top": "⊤", "bot": "⊥", "prime": "′", "degree": "°", "angle": "∠",
    "dots": "…", "ldots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
    "|": "‖", "lVert": "‖", "rVert": "‖", "Vert": "‖", "vert": "|", "lvert": "|", "rvert": "|",
    "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "{": "{", "}": "}", "$": "$", "%": "%", "_": "_", "#": "#", "&": "&",
  ]

  /// Signs that stand between two things, with a blank on either side.
  static let operators: [String: String] = [
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "circ": "∘", "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃",
    "propto": "∝", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪",
    "cap": "∩", "setminus": "∖", "to": "→", "rightarrow": "→", "leftarrow": "←", "mapsto": "↦",
    "Rightarrow": "⇒", "Leftarrow": "⇐", "iff": "⇔", "Leftrightarrow": "⇔", "land": "∧",
    "wedge": "∧", "lor": "∨", "vee": "∨", "ll": "≪", "gg": "≫", "mid": "|", "gets": "←",
  ]

  /// Signs over a range, which take their bounds as scripts: `Σᵢ xᵢ`.
  static let large: [String: String] = ["sum": "Σ", "prod": "Π", "int": "∫"]

  /// Functions and the like, set upright: `log p`.
  static let words: Set<String> = [
    "exp", "log", "ln", "sin", "cos", "tan", "tanh", "sinh", "cosh", "min", "max", "arg", "argmax",
    "argmin", "sup", "inf", "lim", "det", "dim", "deg", "Pr", "gcd", "ker",
  ]

  /// Commands whose argument is shown as text: `\mathrm{softmax}`.
  static let textCommands: Set<String> = [
    "text", "mathrm", "operatorname", "textbf", "textit", "textrm", "texttt", "mathtt", "mathsf",
  ]

  /// Commands that only change the face of their argument.
  static let faces: Set<String> = ["mathbf", "boldsymbol", "bm", "mathit", "mathcal", "vec"]

  static let doubleStruck: [Character: String] = [
    "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "E": "𝔼", "P": "ℙ",
  ]

  /// Marks over a letter, joined to it.
  static let accents: [String: String] = [
    "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "dot": "\u{307}", "ddot": "\u{308}",
    "overline": "\u{305}", "widehat": "\u{302}", "widetilde": "\u{303}",
  ]

  static let spaces: Set<String> = [",", ";", ":", " ", "quad", "qquad", "!", ">"]

  /// Commands that change only how large something is set.
  static let ignored: Set<String> = [
    "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "limits",
  ]

  static let raised: [Character: Character] = pairs(
    "0123456789+-−=()nabcdefghijklmoprstuvwxyzABDEGHIJKLMNOPRTUVW′⊤",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′ᵀ")

  /// The lowered h, k, l, m, n, p, s and t came late to Unicode and many terminal fonts lack them: `d_k` stays.
  static let lowered: [Character: Character] = pairs(
    "0123456789+-−=()aeoxijruvβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓᵢⱼᵣᵤᵥᵦᵧᵨᵩᵪ")

  private static func pairs(_ plain: String, _ shifted: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(plain, shifted))
  }
}
