namespace GoldenPath.Guard.Redaction;

/// <summary>The tokens of well-known services, after what these say of them.</summary>
internal static class TokenShapes
{
    private const int Usual = 16;

    public static IReadOnlyList<TokenShape> All { get; } =
    [
        .. Of(
            TokenAlphabet.Alphanumeric,
            Usual,
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "npm_",
            "sk_live_",
            "sk_test_",
            "rk_live_",
            "rk_test_",
            "whsec_",
            "lin_api_"
        ),
        .. Of(
            TokenAlphabet.Dashed,
            Usual,
            "github_pat_",
            "dckr_pat_",
            "dckr_oat_",
            "GOCSPX-",
            "pypi-AgE",
            "ATATT3x",
            "glsa_",
            "glc_",
            "tskey-"
        ),
        .. Of(TokenAlphabet.Dashed, Usual, "sk-proj-", "sk-svcacct-", "sk-admin-", "sk-ant-", "sk-or-v1-"),
        .. Of(
            TokenAlphabet.Dotted,
            Usual,
            "glpat-",
            "gldt-",
            "glrt-",
            "glrtr-",
            "glcbt-",
            "glptt-",
            "glft-",
            "glimt-",
            "glagent-",
            "glsoat-",
            "gloas-"
        ),
        .. Of(TokenAlphabet.Dotted, Usual, "ya29.", "hvs.", "hvb.", "dp.pt."),
        .. Of(TokenAlphabet.Dashed, 10, "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xapp-"),
        .. Of(TokenAlphabet.Hexadecimal, 32, "shpat_", "shpss_", "shpca_", "shppa_", "dop_v1_", "doo_v1_", "dor_v1_"),
        new("AIza", 35, TokenAlphabet.Dashed),
        new("hooks.slack.com/services/", Usual, TokenAlphabet.Path),
        new("sk-", 20, TokenAlphabet.Alphanumeric, StartsWord: true),
        new("hf_", 30, TokenAlphabet.Alphanumeric, StartsWord: true),
        new("oy2", 43, TokenAlphabet.Alphanumeric, StartsWord: true),
        new("dapi", 32, TokenAlphabet.Hexadecimal, StartsWord: true),
        new("SG.", 60, TokenAlphabet.Dotted, StartsWord: true),
    ];

    private static IEnumerable<TokenShape> Of(TokenAlphabet alphabet, int shortest, params IEnumerable<string> prefixes) =>
        prefixes.Select(prefix => new TokenShape(prefix, shortest, alphabet));
}
