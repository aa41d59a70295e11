namespace Bot.Store;

/// <summary>The delivery was answered before, here or by another instance; nothing of this turn is kept.</summary>
internal sealed class RepeatedDeliveryException() : Exception("The delivery was answered before.");
