using System.Text.RegularExpressions;

namespace GoldenPath.Diagnosis.Signs;

/// <summary>How drivers and clients say that what they connect to is not there, does not let them in, or is not what they need.</summary>
internal static partial class DependencyWords
{
    public static IReadOnlyList<Phrase> All { get; } =
    [
        new(SignKind.Certificate, Certificate()),
        new(SignKind.TlsMismatch, Mismatch()),
        new(SignKind.Exhausted, Exhausted(), NotExhausted()),
        new(SignKind.LoginRefused, Login(), NotLogin()),
        new(SignKind.NotPrepared, NotPrepared()),
        new(SignKind.UnknownHost, UnknownHost(), OfNoHost()),
        new(SignKind.Refused, Refused(), Counter()),
        new(SignKind.NoAnswer, NoAnswer(), OfAnother()),
    ];

    [GeneratedRegex(
        @"(cannot|could not|unable to|failed to) (load|read|open|find) (the )?(\w+ )?certificate|certificate\w*\b.{0,120}(No such file|could not be found|not found|does not exist)|\.(pfx|p12|pem|crt|cer)\b['""]?.{0,40}(No such file|not found|does not exist)|Could not find file '[^']+\.(pfx|p12|pem|crt|cer)'|PEM_read_bio|(private key|server certificate|certificate)( and \w+)?( files?)? (is|are|was|were) (required|missing|not (set|given|specified|found))|no (server )?(certificate|private key|host ?keys?)\b.{0,30}(available|specified|configured|found|given)|CryptographicException|key values mismatch|certificate (has expired|is expired|verify failed|verification failed|is not (yet )?(valid|trusted)|signed by unknown|not trusted|validation failed|unknown|expired|required)|"
            + @"self[- ]signed certificate|CERT_HAS_EXPIRED|SELF_SIGNED_CERT|DEPTH_ZERO|UNABLE_TO_(VERIFY|GET_ISSUER)\w*|ERR_TLS_CERT\w*|CERTIFICATE_VERIFY_FAILED|x509: |PKIX path|"
            + @"unable to get local issuer|unable to verify the first certificate|RemoteCertificate\w+|UntrustedRoot|remote certificate (is|was) (invalid|rejected)|(hostname|host name).{0,60}(does ?n[o']t|not) match.{0,40}certificate|"
            + @"hostname mismatch, certificate|no alternative (certificate )?subject name|Hostname/IP does not match certificate|CertificateException|CertificateExpired|InvalidCertificate|UnknownIssuer|NotValidForName|tlsv1 alert unknown ca|unknown certificate authority",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Certificate();

    [GeneratedRegex(
        @"wrong version number|WRONG_VERSION_NUMBER|first record does not look like a TLS handshake|server gave HTTP response to HTTPS client|plain HTTP request was sent to HTTPS|http request to an https|"
            + @"server does not support SSL|SSL is not enabled on the server|SSL off|packet length too long|Unrecognized SSL message|frame with a bad (size|length)|Cannot determine the frame size",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Mismatch();

    [GeneratedRegex(
        @"too many (clients|connections|open connections|requests)|\b53300\b|remaining connection slots|max_user_connections|max_connections|max number of clients|maximum (number of )?(connections|clients)|"
            + @"(connection )?pool\b.{0,60}(exhausted|timed? ?out|timeout|is full|limit|no available|reached)|QueuePool limit|(timed out|timeout|unable|failed).{0,40}(acquir|fetching|getting|obtain|check ?out)\w*.{0,30}connection|"
            + @"TooManyRequests|Too Many Requests|\b429\b|rate.?limit|quota (exceeded|exhausted|reached)|exceeded (your|the) (current )?(quota|limit)|insufficient_quota|RESOURCE_EXHAUSTED|throttl(ed|ing)|"
            + @"OOM command not allowed|used memory > 'maxmemory'|connection limit exceeded|ORA-00018|ORA-12516|\(1040\b|\bP2024\b|ER_CON_COUNT|LimitExceeded",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Exhausted();

    [GeneratedRegex(
        @"(max_connections|rate.?limit|maximum (number of )?(connections|clients)|pool)\w* ?[:=] ?\d|set to \d+|invalid value|rate.?limit(er|ing)? (enabled|disabled|configured|is|set)|\w+\.\w+:429",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NotExhausted();

    [GeneratedRegex(
        @"(password|peer|ident|sasl|scram|ldap|md5|gss\w*) authentication (failed|error)|authentication (failed|failure|error|required|unsuccessful|exception)|AuthenticationFailed|AuthenticationException|auth(entication)? failed|failed to authenticate|invalid_?credentials|not authori[sz]ed\s*$|not authori[sz]ed[.!]|bad user ?name or password|"
            + @"Access denied for user '?(?<subject>[^'\s]*)|\b28P01\b|\b28000\b|(ERROR |\()(1045|1044|1698|18456)\b|ER_ACCESS_DENIED|WRONGPASS|NOAUTH|NOPERM|invalid username-password|invalid (username or password|password|credentials|api.?key)|"
            + @"(incorrect|wrong|bad) (password|credentials|username|api.?key)|Incorrect API key|invalid_api_key|Login failed for user '?(?<subject>[^'\s]*)|ACCESS_REFUSED|access refused|no pg_hba\.conf entry|"
            + @"role ""(?<subject>[^""]+)"" (does not exist|is not permitted)|requires authentication|authentication credentials|SASL (authentication|handshake)|not authorized (on|to|for)|permission denied (for|to) (table|relation|schema|database|create|sequence|set)|"
            + @"no password (supplied|was provided)|fe_sendauth|client password must be a string|unauthori[sz]ed|\b401\b|AuthorizationException|TOPIC_AUTHORIZATION|ORA-01017|ORA-28000|P1000|P1010|InvalidAccessKeyId|SignatureDoesNotMatch|AccessDenied\b|ExpiredToken|security_exception|command .{0,20}requires authentication",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Login();

    [GeneratedRegex(
        @"[:.]401\b|\b401:\d|"" 401 |\bin 401 ms|/auth/login|AccessDeniedException|bearer|\bjwt\b|token (expired|rejected|invalid)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NotLogin();

    [GeneratedRegex(
        @"database ['""]?(?<subject>[\w-]+)['""]? (does not|doesn't) exist|Unknown database '(?<subject>[^']+)'|Cannot open database ['""](?<subject>[^'""]+)|\b3D000\b|\b42P01\b|\b42703\b|\(1049\b|\(1146\b|Database [`'""](?<subject>[^`'""]+)[`'""] (does not|doesn't) exist|"
            + @"\b(relation|table|schema|column|type|extension|index|view|sequence|function|keyspace|bucket|container|queue|exchange|topic|stream|collection|namespace|database|vhost|dataset|partition|field)s? [`'""]?(?<subject>[\w.:/-]+)[`'""]?( \w+ [`'""]?[\w.]+[`'""]?)? (does not exist|doesn't exist|not found|is not found|was not found|is missing|do not exist|could not be found|not available|unknown)|"
            + @"no such (table|column|index|collection|topic|queue|bucket|keyspace|database|schema|exchange|extension)[: ]+[`'""\[]?(?<subject>[\w.-]*)|Table '(?<subject>[^']+)' doesn't exist|Invalid object name '(?<subject>[^']+)'|(missing|unknown) (table|column|topic|database|index|collection|queue|bucket|schema)[: ]+['""`\[(]*(?<subject>[\w.-]+)|Unknown column '(?<subject>[^']+)'|"
            + @"(no|NOT_FOUND - no) (queue|exchange|vhost|topic|index) '?(?<subject>[\w.-]*)|(pending|unapplied|outstanding|unrun) migrations?|migrations? (that (is|are) )?not (been )?applied|migrations?( have)? failed validation|migrations? (are|is|were|was|that are|have)( still)? (pending|not (been )?(applied|run|up.to.date)|unapplied|missing|required)|PendingMigration|PendingModelChanges|"
            + @"(run|apply|execute)\b.{0,30}\bmigrat(e|ion)|(database|schema|db) (is|was) (not up.to.date|out of date|not initiali[sz]ed|empty|outdated|not migrated)|not up to date|schema[- ]validation: missing|Can't locate revision|NoDatabaseError|NoSuchTable|UndefinedTable|UndefinedColumn|"
            + @"UnknownTopic\w*|UNKNOWN_TOPIC\w*|LEADER_NOT_AVAILABLE|index_not_found\w*|NoSuchBucket|ResourceNotFoundException|QueueDoesNotExist|NonExistentQueue|NoSuchKey|P1003|P2021|P2022|P3005|ORA-00942|ORA-04043|SQLITE_ERROR: no such|extension ""(?<subject>\w+)"" (is not|must be)|not a database cluster directory|could not access the server configuration file|(database|data folder|cluster) (is|was|has) not (been )?initiali[sz]ed|`?(initdb|mysql_install_db|mariadb-install-db)`? (first|before)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NotPrepared();

    [GeneratedRegex(
        @"\bENOTFOUND\b|EAI_AGAIN|EAI_NONAME|EAI_NODATA|\[Errno -[235]\]|Name or service not known|Name does not resolve|Temporary failure in name resolution|could not translate host name|UnknownHostException|Unknown host|no such host|nodename nor servname|"
            + @"(could not|cannot|can't|couldn't|failed to|unable to) (be )?resolve[d]?\b.{0,30}(host|name|address|['""\w.-]+:\d)|host not found|HostNotFound|No address associated with hostname|getaddrinfo|gethostbyname|name resolution|NXDOMAIN|UnresolvedAddress|Unknown MySQL server host|NameResolutionError|DNS resolution failed|nxdomain|failed to lookup address|dns error|Could not resolve host|11001",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex UnknownHost();

    [GeneratedRegex(
        @"placeholder|dependenc|\bmodule\b|\bimport\b|reference|plugin|package",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex OfNoHost();

    [GeneratedRegex(
        @"ECONNREFUSED|WSAECONNREFUSED|\[Errno (111|61|10061)\]|os error (111|61|10061)|WinError 10061|Error 111\b|connection (was )?refused|ConnectionRefused|ConnectException|actively refused|Connection to \S+ refused|refused (the|our|my) connection|"
            + @"Connect call failed|\(111\b|Can't connect to (local )?\w+ server|NoBrokersAvailable|Broker (may not|not) (be )?available|BrokerNotAvailable|\b(all )?brokers? (are |is )?(down|unavailable|unreachable)|No connection could be made|Failed to connect to (\d|\[|localhost)|econnrefused|nobody listens|not listening on",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex Refused();

    [GeneratedRegex(@"ECONNREFUSED=\d", Phrase.Options, Phrase.Timeout)]
    private static partial Regex Counter();

    [GeneratedRegex(
        @"ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED|timeout of \d+ ?ms exceeded|(read|request|response) timed out|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|UND_ERR_CONNECT_TIMEOUT|\[Errno (110|113|101)\]|os error (110|113|101)|no route to host|network is unreachable|host is (down|unreachable)|"
            + @"(connect|connection|connecting|dial|handshake)\w*\b.{0,60}(timed? ?out|timeout|deadline exceeded)|(timed? ?out|timeout|deadline).{0,40}(connect|waiting for (the )?(database|db|broker|server|redis|postgres|mysql|mongo|kafka|rabbit\w*|upstream|backend|host))|"
            + @"(cannot|could not|can't|couldn't|unable to|failed to|failure to|error) (\w+ )?(connect|connecting|connection|reach|contact|communicate|establish)\w*|(server|database|db|cluster|broker|node|backend|service|host|endpoint|upstream)s? (is |are |was |not |currently )*(unreachable|not reachable|unavailable|not available|down|offline)\b|"
            + @"ServerSelection(Timeout)?\w*|MongoNetworkError|MongoTimeout|No servers found|no living connections|NoLivingConnections|NoHostAvailable|NoNodesAvailable|No nodes? available|Communications link failure|CommunicationsException|failed to connect to all addresses|\bUNAVAILABLE\b|"
            + @"RedisConnectionException|RedisConnectionFailure|It was not possible to connect|ConnectionError|ConnectTimeout|BrokerUnreachable|AMQPConnectionError|AmqpConnectException|OperationalError.{0,60}connect|P1001|P1002|ORA-12541|ORA-12170|TNS:no listener|2002\b.{0,20}HY000|HY000\W+2002|"
            + @"(server closed the connection unexpectedly|Lost connection to MySQL|connection (was )?(reset|closed|lost|aborted|terminated)\b|ECONNRESET|EPIPE|Is the server running)|connect\b.{0,60}(EADDRNOTAVAIL|assign requested address)",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex NoAnswer();

    [GeneratedRegex(
        @"(client|peer|browser|user|websocket|ws)\b.{0,40}(disconnected|reset|closed|went away)|keep-?alive|timeout ?[=:] ?\d",
        Phrase.Options | RegexOptions.IgnoreCase,
        Phrase.Timeout
    )]
    private static partial Regex OfAnother();
}
