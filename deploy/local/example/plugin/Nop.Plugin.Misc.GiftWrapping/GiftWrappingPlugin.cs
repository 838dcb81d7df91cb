using Nop.Core;
using Nop.Services.Common;
using Nop.Services.Configuration;
using Nop.Services.Localization;
using Nop.Services.Plugins;

namespace Nop.Plugin.Misc.GiftWrapping;

/// <summary>
/// Installs and removes the gift wrapping plugin
/// </summary>
public class GiftWrappingPlugin : BasePlugin, IMiscPlugin
{
    private readonly ILocalizationService _localizationService;
    private readonly ISettingService _settingService;
    private readonly IWebHelper _webHelper;

    public GiftWrappingPlugin(ILocalizationService localizationService,
        ISettingService settingService,
        IWebHelper webHelper)
    {
        _localizationService = localizationService;
        _settingService = settingService;
        _webHelper = webHelper;
    }

    public override string GetConfigurationPageUrl()
    {
        return $"{_webHelper.GetStoreLocation()}Admin/WrappingPaper/List";
    }

    public override async Task InstallAsync()
    {
        await _settingService.SaveSettingAsync(new GiftWrappingSettings { FreeFromSubtotal = 75M });
        await _localizationService.AddOrUpdateLocaleResourceAsync(new Dictionary<string, string>
        {
            ["Plugins.Misc.GiftWrapping.Paper"] = "Wrapping paper",
            ["Plugins.Misc.GiftWrapping.Greeting"] = "Greeting",
            ["Plugins.Misc.GiftWrapping.GreetingTooLong"] = "The greeting may have at most {0} characters"
        });
        await base.InstallAsync();
    }

    public override async Task UninstallAsync()
    {
        await _settingService.DeleteSettingAsync<GiftWrappingSettings>();
        await _localizationService.DeleteLocaleResourcesAsync("Plugins.Misc.GiftWrapping");
        await base.UninstallAsync();
    }
}
