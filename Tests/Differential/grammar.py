"""Random programs over the grammar of the cell language, most of them with a meaning, some without."""
import random

SHAPES = [(), (1,), (2,), (3,), (4,), (2, 2), (2, 3), (3, 2), (3, 3), (1, 3), (2, 1), (4, 2), (3, 4),
          (0,), (0, 3), (2, 2, 3), (2, 3, 2), (1, 2, 2), (2, 1, 2, 3)]
NUMBERS = ["0", "1", "2", "3", "-1", "-2", "0.5", "1.5", "-0.25", "2.0", "1e-3", "1e3", ".5", "7", "10"]
ODD = ["inf", "-inf", "nan", "-0.0", "1e308", "5e-324", "1e16"]
UNARY = ["exp", "log", "sqrt", "tanh", "sin", "cos", "abs", "sign", "floor", "ceil", "isnan", "isinf",
         "isfinite", "relu", "sigmoid", "log2", "np.exp", "numpy.sqrt"]
REDUCTIONS = ["sum", "mean", "var", "std", "max", "min", "argmax", "argmin", "any", "all"]
METHODS = ["sum", "mean", "var", "std", "max", "min", "argmax", "argmin", "any", "all"]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "@"]
COMPARE = ["<", "<=", ">", ">=", "==", "!="]


class Grammar:
    """Makes expressions of a wanted kind; which names exist, the program tells it as it grows."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.arrays = []
        self.masks = []
        self.scalars = []
        self.functions = []
        self.count = 0

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def fresh(self):
        self.count += 1
        return f"x{self.count}"

    # Literals

    def number(self):
        return self.pick(ODD) if self.chance(0.06) else self.pick(NUMBERS)

    def literal(self, shape):
        if not shape:
            return self.number()
        return "[" + ", ".join(self.literal(shape[1:]) for _ in range(shape[0])) + "]"

    def array_literal(self):
        shape = self.pick(SHAPES)
        if 0 in shape:
            return f"zeros({shape!r})"
        return f"array({self.literal(shape)})"

    # Expressions

    def scalar(self, depth):
        forms = [self.number]
        if self.scalars:
            forms += [lambda: self.pick(self.scalars)] * 2
        if depth > 0:
            forms += [self.scalar_arithmetic, self.scalar_choice, self.scalar_reduction,
                      self.scalar_entry, self.scalar_call]
        form = self.pick(forms)
        return form() if form in (self.number,) or form.__name__ == "<lambda>" else form(depth - 1)

    def scalar_arithmetic(self, depth):
        operator = self.pick(["+", "-", "*", "/", "//", "%", "**"])
        left, right = self.scalar(depth), self.scalar(depth)
        sign = self.pick(["", "", "-"])
        text = f"{sign}{left} {operator} {right}"
        return f"({text})" if self.chance(0.6) else text

    def scalar_choice(self, depth):
        return f"({self.scalar(depth)} if {self.condition(depth)} else {self.scalar(depth)})"

    def scalar_reduction(self, depth):
        return f"{self.pick(REDUCTIONS[:8])}({self.array(depth)})"

    def scalar_entry(self, depth):
        array = self.atom()
        index = self.pick(["0", "-1", "0, 0", "1, -1", "1", "0, 1"])
        return f"{array}[{index}]"

    def scalar_call(self, depth):
        return f"{self.pick(['exp', 'sqrt', 'abs', 'float', 'len'])}({self.scalar(depth)})"

    def condition(self, depth):
        text = f"{self.scalar(depth)} {self.pick(COMPARE)} {self.scalar(depth)}"
        if self.chance(0.2):
            text += f" {self.pick(COMPARE)} {self.scalar(depth)}"
        if self.chance(0.2):
            text = f"not {text}"
        if self.chance(0.2):
            text += f" {self.pick(['and', 'or'])} {self.scalar(depth)} > 0"
        return text

    def mask(self, depth):
        forms = ["compare", "compare", "logic", "not", "isnan", "causal"] + ["name"] * bool(self.masks)
        form = self.pick(forms)
        if form == "name":
            return self.pick(self.masks)
        if depth <= 0 or form == "compare":
            return f"({self.array(depth - 1)} {self.pick(COMPARE)} {self.pick([self.number(), self.atom()])})"
        if form == "logic":
            return f"({self.mask(depth - 1)} {self.pick(['&', '|'])} {self.mask(depth - 1)})"
        if form == "not":
            return f"~{self.mask(depth - 1)}"
        if form == "causal":
            return f"causal_mask({self.pick(['2', '3', '2, 3'])})"
        return f"{self.pick(['isnan', 'isfinite', 'isinf'])}({self.array(depth - 1)})"

    def atom(self):
        return self.pick(self.arrays) if self.arrays and self.chance(0.85) else self.array_literal()

    def array(self, depth):
        if depth <= 0:
            return self.atom()
        form = self.pick([self.operation, self.operation, self.operation, self.elementwise,
                          self.reduction, self.method, self.index, self.shaping, self.attend,
                          self.selection, self.making, self.joining, self.comprehension, self.applied])
        return form(depth - 1)

    def operation(self, depth):
        left, right = self.array(depth), self.pick([self.array, self.array, self.scalar])(depth)
        if self.chance(0.3):
            left, right = right, left
        text = f"{self.pick(['', '', '', '-'])}{left} {self.pick(BINARY)} {right}"
        return f"({text})" if self.chance(0.7) else text

    def elementwise(self, depth):
        return f"{self.pick(UNARY)}({self.array(depth)})"

    def axis(self):
        return self.pick(["0", "-1", "1", "1", "-2", "2", "None", "(0, 1)", "(-1,)"])

    def reduction(self, depth):
        options = ""
        if self.chance(0.8):
            options += f", {self.pick(['axis=', ''])}{self.pick(['0', '-1', '1']) if self.chance(0.8) else self.axis()}"
        if self.chance(0.4):
            options += ", keepdims=True"
        return f"{self.pick(REDUCTIONS)}({self.array(depth)}{options})"

    def method(self, depth):
        array = self.atom()
        return array + self.pick([
            ".T", ".T", ".copy()", ".round()", ".round(1)", ".astype(bool)", ".astype(float)",
            f".{self.pick(METHODS)}()", f".{self.pick(METHODS)}(axis={self.axis()})",
            f".{self.pick(METHODS)}({self.pick(['0', '-1'])}, keepdims=True)",
            f".reshape({self.pick(['-1', '2, -1', '-1, 1', '(3, 2)', '1, -1'])})", ".transpose()",
            ".transpose(1, 0)"])

    def index(self, depth):
        items = [self.pick(["0", "1", "-1", ":", ":", "1:", ":-1", "::2", "::-1", "None", "...", "1:3", "5",
                            "[0, 1]", "array([1, 0])", "-2:", "2:0:-1"])
                 for _ in range(self.pick([1, 1, 2, 2, 3]))]
        array = self.atom()
        if self.chance(0.15):
            return f"{array}[{self.pick([array + ' > 0', self.mask(0)])}]"
        return f"{array}[{', '.join(items)}]"

    def shaping(self, depth):
        array = self.array(depth)
        return self.pick([
            f"reshape({array}, {self.pick(['-1', '(2, -1)', '(-1, 1)', '(3, 2)'])})", f"transpose({array})",
            f"swapaxes({array}, 0, -1)", f"expand_dims({array}, {self.pick(['0', '-1', '1'])})",
            f"squeeze({array})", f"flip({array})", f"flip({array}, {self.pick(['0', '-1'])})",
            f"roll({array}, {self.pick(['1', '-1', '2'])}, axis={self.pick(['0', '-1'])})",
            f"repeat({array}, 2, axis={self.pick(['0', '-1'])})", f"tile({array}, {self.pick(['2', '(2, 1)'])})",
            f"broadcast_to({array}, {self.pick(['(2, 3)', '(3, 3)', '(2, 2, 3)'])})",
            f"cumsum({array}, axis={self.pick(['0', '-1', 'None'])})", f"sort({array}, axis={self.pick(['0', '-1'])})",
            f"argsort({array})", f"tril({array})", f"triu({array}, {self.pick(['1', '-1'])})", f"diag({array})"])

    def attend(self, depth):
        array = self.array(depth)
        one, two = self.atom(), self.atom()
        return self.pick([
            f"softmax({array})", f"softmax({array}, axis={self.pick(['0', '-1', '1'])})", f"log_softmax({array})",
            f"attention_scores({one}, {two})", f"attention_weights({one}, {two})",
            f"attention_weights({one}, {one}, causal=True)", f"attention({one}, {two}, {two})",
            f"attention({one}, {two}, {two}, scale={self.number()})",
            f"attention({one}, {one}, {one}, mask={self.mask(0)})"])

    def selection(self, depth):
        return self.pick([
            f"where({self.mask(depth)}, {self.array(depth)}, {self.scalar(depth)})",
            f"maximum({self.array(depth)}, {self.scalar(0)})", f"minimum({self.array(depth)}, {self.atom()})",
            f"clip({self.array(depth)}, {self.pick(['-1', '0'])}, {self.pick(['1', '0.5'])})",
            f"round({self.array(depth)}, {self.pick(['0', '1', '2'])})"])

    def making(self, depth):
        return self.pick([
            "eye(3)", "eye(2)", "ones((2, 3))", "zeros(3)", "full((2, 2), 0.5)", "arange(4)", "arange(1, 7, 2)",
            "arange(0, 1, 0.25)", "linspace(0, 1, 5)", f"zeros_like({self.atom()})", f"ones_like({self.atom()})",
            "array([[1, 2], [3, 4]])", "full(3, 2)", "eye(2, 3)"])

    def joining(self, depth):
        one, two = self.array(depth), self.atom()
        axis = self.pick(["0", "-1", "1"])
        return self.pick([
            f"concatenate([{one}, {two}], axis={axis})", f"stack([{one}, {one}], axis={axis})",
            f"outer({one}, {two})", f"dot({one}, {two})", f"matmul({one}, {two})",
            f"array([{self.scalar(depth)}, {self.scalar(depth)}])"])

    def comprehension(self, depth):
        filter = " if i != 1" if self.chance(0.3) else ""
        body = self.pick(["i * 2", "i / 3", f"sum({self.atom()}) * i", "exp(-i)", "[i, i + 1]", "2 ** i"])
        return f"array([{body} for i in range({self.pick(['3', '1, 4', '4', '0, 6, 2'])}){filter}])"

    def applied(self, depth):
        if self.functions and self.chance(0.6):
            return f"{self.pick(self.functions)}({self.array(depth)})"
        return f"(lambda a, b=2: a * b + 1)({self.array(depth)})"

    # Statements

    def statement(self):
        """A statement's text, the names that it defines, and what they are for the grammar."""
        kind = self.pick(["array"] * 7 + ["scalar"] * 3 + ["mask", "unpack", "define", "literal"])
        if kind == "define":
            return self.definition()
        if kind == "unpack":
            return self.unpacking()
        name = self.fresh()
        if kind == "scalar":
            return f"{name} = {self.scalar(2)}", [name], "scalar"
        if kind == "mask":
            return f"{name} = {self.mask(2)}", [name], "mask"
        if kind == "literal":
            return f"{name} = {self.array_literal()}", [name], "array"
        return f"{name} = {self.array(self.pick([1, 2, 2, 3]))}", [name], "array"

    def unpacking(self):
        one, two = self.fresh(), self.fresh()
        right = self.pick([f"{self.atom()}.shape", f"{self.scalar(1)}, {self.scalar(1)}", self.atom()])
        return f"{one}, {two} = {right}", [one, two], "scalar"

    def definition(self):
        self.count += 1
        name = f"f{self.count}"
        body = self.pick([
            f"def {name}(a, b=1): return a {self.pick(BINARY[:4])} b",
            f"def {name}(a):\n    total = 0\n    for i in range(3):\n        total = total + a * i\n    return total",
            f"def {name}(a):\n    out = zeros(3)\n    for i in range(3):\n        out[i] = i {self.pick(BINARY[:6])} 2\n    return out + sum(a)",
            f"def {name}(a):\n    if sum(a) > 1:\n        return a\n    elif sum(a) < -1:\n        return -a\n    else:\n        return a * 0.5",
            f"def {name}(a):\n    \"\"\"Center.\"\"\"\n    m = mean(a)\n    return a - m",
            f"def {name}(a):\n    out = a.copy()\n    for row in a:\n        out = out + row\n    return out",
            f"def {name}(a, n=3):\n    return a if n <= 0 else {name}(a * 0.5, n - 1)"])
        return body, [name], "function"

    def learn(self, names, kind):
        {"array": self.arrays, "mask": self.masks, "scalar": self.scalars, "function": self.functions}[kind].extend(names)
