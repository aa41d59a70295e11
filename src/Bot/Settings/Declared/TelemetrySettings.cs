namespace Bot.Settings.Declared;

/// <summary>Seeing inside.</summary>
internal static class TelemetrySettings
{
    internal static SettingGroup Group { get; } = new("运行观测",
    [
        new("Telemetry:OtlpEndpoint", "空", "OpenTelemetry 采集器的地址，如 `http://127.0.0.1:4318`；设了才发送链路和指标，其中没有提问内容和用户标识"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "空", "同上，OpenTelemetry 的标准变量；上一项优先"),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "发送方式，`http/protobuf` 或 `grpc`；请求头、间隔等其他 `OTEL_*` 标准变量照常有效"),
    ]);
}
