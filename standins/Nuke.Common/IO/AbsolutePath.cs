using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.IO;

/// <summary>A rooted path without <c>.</c> and <c>..</c>; <c>/</c> appends a part.</summary>
[TypeConverter(typeof(TypeConverter))]
public class AbsolutePath : IAbsolutePathHolder
{
    private readonly string _path;

    private AbsolutePath(string path) => _path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    AbsolutePath IAbsolutePathHolder.Path => this;

    public string Name => System.IO.Path.GetFileName(_path);

    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(_path);

    public string Extension => System.IO.Path.GetExtension(_path);

    public AbsolutePath Parent => System.IO.Path.GetDirectoryName(_path);

    private static StringComparison Comparison =>
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public static implicit operator AbsolutePath(string path)
    {
        if (path is null)
            return null;
        Assert.True(System.IO.Path.IsPathRooted(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(path);
    }

    public static implicit operator string(AbsolutePath path) => path?._path;

    public static AbsolutePath operator /(AbsolutePath left, string right) =>
        right is null ? left : new AbsolutePath(System.IO.Path.Combine(left._path, right));

    public static AbsolutePath operator +(AbsolutePath left, string right) => new(left._path + right);

    public static bool operator ==(AbsolutePath a, AbsolutePath b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !(a == b);

    public override bool Equals(object obj) => obj is AbsolutePath other && string.Equals(_path, other._path, Comparison);

    public override int GetHashCode() => string.GetHashCode(_path, Comparison);

    public override string ToString() => _path;

    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value is string path ? EnvironmentInfo.WorkingDirectory / path : base.ConvertFrom(context, culture, value);
    }
}
