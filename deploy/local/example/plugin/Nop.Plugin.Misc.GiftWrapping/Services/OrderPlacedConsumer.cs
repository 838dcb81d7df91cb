using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.GiftWrapping.Domain;
using Nop.Services.Customers;
using Nop.Services.Events;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.GiftWrapping.Services;

/// <summary>
/// Reduces the stock of the chosen papers when an order is placed
/// </summary>
public class OrderPlacedConsumer : IConsumer<OrderPlacedEvent>
{
    private readonly EmailAccountSettings _emailAccountSettings;
    private readonly GiftWrappingSettings _settings;
    private readonly ICustomerService _customerService;
    private readonly IEmailAccountService _emailAccountService;
    private readonly IGiftWrappingService _wrappingService;
    private readonly IQueuedEmailService _queuedEmailService;

    public OrderPlacedConsumer(EmailAccountSettings emailAccountSettings,
        GiftWrappingSettings settings,
        ICustomerService customerService,
        IEmailAccountService emailAccountService,
        IGiftWrappingService wrappingService,
        IQueuedEmailService queuedEmailService)
    {
        _emailAccountSettings = emailAccountSettings;
        _settings = settings;
        _customerService = customerService;
        _emailAccountService = emailAccountService;
        _wrappingService = wrappingService;
        _queuedEmailService = queuedEmailService;
    }

    public async Task HandleEventAsync(OrderPlacedEvent eventMessage)
    {
        var customer = await _customerService.GetCustomerByIdAsync(eventMessage.Order.CustomerId);
        foreach (var wrap in await _wrappingService.GetWrapsAsync(customer))
        {
            var paper = await _wrappingService.GetPaperByIdAsync(wrap.WrappingPaperId);
            paper.StockQuantity = Math.Max(0, paper.StockQuantity - wrap.Quantity);
            await _wrappingService.SavePaperAsync(paper);
            await _wrappingService.RemoveChoiceAsync(customer, wrap.ShoppingCartItemId);

            if (paper.StockQuantity <= _settings.LowStockThreshold)
                await ReportLowStockAsync(paper);
        }
    }

    /// <summary>
    /// Tells the store owner by e-mail that a paper runs low
    /// </summary>
    private async Task ReportLowStockAsync(WrappingPaper paper)
    {
        var account = await _emailAccountService.GetEmailAccountByIdAsync(_emailAccountSettings.DefaultEmailAccountId);
        await _queuedEmailService.InsertQueuedEmailAsync(new QueuedEmail
        {
            From = account.Email,
            To = account.Email,
            Subject = $"Wrapping paper runs low: {paper.Name}",
            Body = $"{paper.StockQuantity} sheets are left.",
            EmailAccountId = account.Id,
            CreatedOnUtc = DateTime.UtcNow
        });
    }
}
