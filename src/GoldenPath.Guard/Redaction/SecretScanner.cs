namespace GoldenPath.Guard.Redaction;

/// <summary>Walks the secrets of a text from left to right, each character looked at a bounded number of times.</summary>
internal ref struct SecretScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly SecretTerms _terms;
    private SecretRules _rules;
    private SecretMatch _literal;
    private SecretMatch _rule;
    private int _position;

    public SecretScanner(ReadOnlySpan<char> text, SecretTerms terms, bool insideKey)
    {
        _text = text;
        _terms = terms;
        _rules = new();
        _literal = _rule = default;
        if (insideKey)
        {
            var end = PrivateKeyRules.End(text, 0);
            _rule = end > 0 ? new(0, 0, end, IsKey: true) : default;
        }
    }

    public bool TryNext(out SecretMatch match)
    {
        FindLiteral();
        FindRule();
        var literalFirst = _literal.Start < _rule.Start || (_literal.Start == _rule.Start && _literal.End >= _rule.End);
        match = literalFirst ? _literal : _rule;
        _position = match.End;
        return match.Start < _text.Length;
    }

    private void FindLiteral()
    {
        if (_literal.End > _position)
        {
            _literal = Behind(_literal);
            return;
        }
        var from = _position;
        while (_terms.IndexIn(_text[from..]) is >= 0 and var offset)
        {
            from += offset;
            if (_terms.At(_text, from) is { } term)
            {
                _literal = new(from, from, from + term.Text.Length, term.Replacement);
                return;
            }
            from++;
        }
        _literal = None;
    }

    private void FindRule()
    {
        if (_rule.End > _position)
        {
            _rule = Behind(_rule);
            return;
        }
        _rule = _rules.Next(_text, _position) ?? None;
    }

    /// <summary>What is left of a match of which a part has been replaced already.</summary>
    private readonly SecretMatch Behind(SecretMatch match) => match with { Start = Math.Max(match.Start, _position) };

    private readonly SecretMatch None => new(_text.Length, _text.Length, int.MaxValue);
}
