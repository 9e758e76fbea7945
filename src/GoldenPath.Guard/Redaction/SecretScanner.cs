namespace GoldenPath.Guard.Redaction;

/// <summary>Walks the secrets of a text from left to right, each character looked at a bounded number of times.</summary>
internal ref struct SecretScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly IReadOnlyList<SecretMatch> _literals;
    private SecretRules _rules;
    private SecretMatch _rule;
    private int _nextLiteral;
    private int _position;

    public SecretScanner(ReadOnlySpan<char> text, SecretTerms terms, bool insideKey)
    {
        _text = text;
        _literals = terms.Find(text);
        _rules = new();
        _rule = default;
        if (insideKey)
        {
            var end = PrivateKeyRules.End(text, 0);
            _rule = end > 0 ? new(0, 0, end, IsKey: true) : default;
        }
    }

    public bool TryNext(out SecretMatch match)
    {
        var literal = NextLiteral();
        FindRule();
        var literalFirst = literal.Start < _rule.Start || (literal.Start == _rule.Start && literal.End >= _rule.End);
        match = literalFirst ? literal : _rule;
        _position = match.End;
        return match.Start < _text.Length;
    }

    private SecretMatch NextLiteral()
    {
        while (_nextLiteral < _literals.Count && _literals[_nextLiteral].End <= _position)
        {
            _nextLiteral++;
        }
        return _nextLiteral < _literals.Count ? Behind(_literals[_nextLiteral]) : None;
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
