/// A lesson that calls each function that NumPy doesn't have, in all its ways.
let everyFunctionLesson = """
  ---
  qkv: 1
  id: all
  title: Every function
  ---
  ## All

  ```python {.qkv}
  import numpy as np
  X = randn(4, 8, seed=1) * 2
  W = randn(8, 8, seed=2); C = randn(5, 8, seed=3)
  big = randn(40, 40, seed=9)
  lists = [[1, 2], [3, 4.5]]
  n, d = 4, 8
  named = randn(n, d, seed=n)
  def made(k, s=3):
      return randn(k, 2, seed=s) + randn(2, seed=5)
  m = made(3)
  words = ["a", "b"]
  flag = True
  S = X @ C.T
  vals = array([0.5, -inf, 2, -800, 900, 0, -0.3])
  p1 = softmax(S); p2 = softmax(S, axis=0); p3 = np.softmax([1, 2, 3]); p4 = softmax([-inf, -inf])
  p5 = softmax(S, axis=None)
  l1 = log_softmax(S); l2 = log_softmax(vals); l3 = log_softmax([-inf, -inf]); l4 = log_softmax(S, axis=None)
  e1 = entropy(p1); e2 = entropy(p2, axis=0); e3 = entropy([0, 1, 0]); e4 = entropy(p1, axis=None)
  s1 = sigmoid(vals); s2 = relu(vals); s3 = gelu(vals); s4 = gelu(vals, approximate="tanh"); s5 = silu(vals)
  r2 = relu([-1, 2]); g0 = gelu(1); sg = sigmoid(-2)
  n1 = norm(X); n2 = norm(X, axis=-1); n3 = norm(X, axis=1, keepdims=True); n4 = np.linalg.norm([3, 4]); n5 = norm(reshape(X, (2, 2, 8)))
  m1 = causal_mask(3); m2 = causal_mask(3, 5); m3 = padding_mask([1, 3], 4); m4 = window_mask(5, 1, 2); m5 = window_mask(5, None, 0)
  a1 = attention_scores(X, C); a2 = attention_scores(X, C, scale=0.3)
  w1 = attention_weights(X, C); w2 = attention_weights(X, X, causal=True, softcap=3.0); w3 = attention_weights(X, C, offset=1, causal=True, window=2)
  w4 = attention_weights(X, C, window=(1, None)); w5 = attention_weights(X, X, mask=[[True, False, True, True]]); w6 = attention_weights(X, X, mask=log(causal_mask(4) * 1.0))
  w7 = attention_weights(X, X, mask=causal_mask(4) & (arange(4) > 0)[None, :])
  w8 = attention_weights(X * inf, X)
  o1 = attention(X, C, C); o2 = attention(X, X, X, causal=True); o3 = attention(X, X, X, mask=causal_mask(4) & (arange(4) > 0)[None, :])
  H = split_heads(X, 4); J = join_heads(H); G = split_heads(X[:, :4], 2); o4 = attention(H, G, G, causal=True)
  o5 = attention(H, X[:, :2], X[:, :2]); bat = stack([H, H * 2]); bg = stack([G, G]); o6 = attention(bat, bg, bg, softcap=2)
  o7 = attention([[1, 0]], [[1, 0], [0, 1]], [[1, 2], [3, inf]], mask=array([[0.0, -inf]]))
  h1 = multi_head_attention(X, W, W, W, W, 2); h2 = multi_head_attention(X, W, W, W, W, heads=4, context=C, mask=None, scale=0.1, causal=True, offset=2)
  d1 = additive_scores(X, C, W, W, X[0]); li = linear_attention(X, C, C); lc = linear_attention(X, X, X, causal=True)
  lh = linear_attention(H, H, H, causal=True)
  z1 = sinusoidal_positions(4, 6); z2 = sinusoidal_positions(4, 6, layout="halves")
  y1 = rope(X); y2 = rope(X, positions=[3, 1, 0, 7], base=100, pairing="halves"); y3 = rope(H)
  b1 = alibi_bias(3, 4); b2 = alibi_bias(3, 6); b3 = alibi_bias(2, 1)
  k1 = layer_norm(X); k2 = layer_norm(X, gain=X[0], bias=C[0], eps=0.1); k3 = rms_norm(X, gain=X[1]); k4 = rms_norm(X, eps=1)
  t1 = one_hot([0, 2], 3); t2 = cross_entropy(X, [0, 1, 2, 3]); t3 = one_hot(1, 3); t4 = cross_entropy([1, 2, 3], 0)
  nul = X[:0]
  tri = [randn(2, seed=i) for i in range(3)]
  tt = [[1, 2]].T
  an = np.newaxis
  ln = np.len(words)
  mx = max(X, axis=0); rd = round(2.5); ab = abs(-3)
  bb = bool(3)
  c3, c4 = [1, 2], [3.0, 4]
  tot = X.sum()
  neg = -[1, 2]
  hole = ...   # fill me
  then = hole + 1
  X.shape
  softmax(S)   # shown
  assert tot == tot, "same"
  ```
  """
