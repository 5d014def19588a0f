"""What the names of the cell language mean, in NumPy alone: `from numpy import *` and the functions of the field."""
import numpy as np


def softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    shifted = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    return shifted / np.sum(shifted, axis=axis, keepdims=True)


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    shifted = x - np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


def argsort(a, axis=-1):
    """Equal entries keep their order, which NumPy promises only for this kind."""
    return np.argsort(a, axis=axis, kind="stable")


def sigmoid(x):
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


def relu(x):
    return np.maximum(x, 0)


def silu(x):
    return x * sigmoid(x)


def causal_mask(n, m=None):
    return np.tril(np.ones((n, n if m is None else m), dtype=bool))


def norm(x, axis=None, keepdims=False):
    return np.sqrt(np.sum(np.asarray(x, dtype=float) ** 2, axis=axis, keepdims=keepdims))


def attention_scores(Q, K, scale=None):
    scale = 1 / np.sqrt(Q.shape[-1]) if scale is None else scale
    return Q @ np.swapaxes(K, -1, -2) * scale


def attention_weights(Q, K, mask=None, causal=False, scale=None):
    scores = attention_scores(Q, K, scale)
    allowed = np.ones(scores.shape[-2:], dtype=bool)
    if causal:
        allowed = causal_mask(*scores.shape[-2:])
    if mask is not None:
        if mask.dtype == bool:
            allowed = allowed & mask
        else:
            scores = scores + mask
    scores = np.where(allowed, scores, -np.inf)
    empty = np.all(scores == -np.inf, axis=-1, keepdims=True)
    weights = softmax(np.where(empty, 0.0, scores))
    return np.where(empty, 0.0, weights)


def attention(Q, K, V, mask=None, causal=False, scale=None):
    return attention_weights(Q, K, mask, causal, scale) @ V


def namespace():
    names = {}
    exec("import numpy as np\nimport numpy\nfrom numpy import *", names)
    ours = [argsort, softmax, log_softmax, sigmoid, relu, silu, causal_mask, norm,
            attention_scores, attention_weights, attention]
    return names | {function.__name__: function for function in ours}
